package dev.assay.experiment.votes;

import dev.assay.experiment.stats.bias.LengthBias;
import dev.assay.experiment.stats.bias.SizedPreference;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.stats.raters.ScoreCalibration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a judge can be relied on for two variants, as far as votes tell.
 *
 * @param check agreement with the votes, and the verdict as they correct it
 * @param scores both sides as -1, 0 and 1: weighted kappa and rank correlation with intervals; null without a case that
 *     both looked at
 * @param judgeLength how far the judge's preferences go with length, on all cases that it judged
 * @param peopleLength the same of the people's, on the cases with a vote
 * @param errors where the judge prefers another answer than the people, the widest difference first
 */
public record Calibration(
        JudgeCheck check,
        @Nullable ScoreCalibration scores,
        LengthBias judgeLength,
        LengthBias peopleLength,
        List<Error> errors) {
    public Calibration {
        errors = List.copyOf(errors);
    }

    /**
     * A case on which the judge and the people do not agree.
     *
     * @param people what the people prefer
     */
    public record Error(JudgedPair judged, Preference people) {}

    /**
     * Compares a judge with people.
     *
     * @param people by case, what people prefer; the cases must have been drawn at random
     */
    public static Calibration of(Map<Integer, Preference> people, List<JudgedPair> judged) {
        Map<Integer, JudgedPair> byCase = judged.stream()
                .collect(
                        Collectors.toMap(JudgedPair::testCase, Function.identity(), (one, other) -> one, TreeMap::new));
        Map<Integer, Double> differences = new TreeMap<>();
        byCase.forEach((testCase, pair) -> differences.put(testCase, pair.difference()));
        List<JudgedPair> shared = judged.stream()
                .filter(pair -> people.containsKey(pair.testCase()))
                .toList();
        double[] votes = shared.stream().mapToDouble(pair -> sign(people, pair)).toArray();
        double[] said =
                shared.stream().mapToDouble(pair -> pair.preference().sign()).toArray();
        return new Calibration(
                JudgeCheck.of(people, differences),
                shared.isEmpty() ? null : ScoreCalibration.of(votes, said),
                LengthBias.of(judged.stream().map(JudgedPair::sized).toList()),
                LengthBias.of(shared.stream()
                        .map(pair -> new SizedPreference(
                                Preference.ofSign(sign(people, pair)), pair.baselineLength(), pair.challengerLength()))
                        .toList()),
                errors(people, shared));
    }

    private static List<Error> errors(Map<Integer, Preference> people, List<JudgedPair> shared) {
        return shared.stream()
                .filter(pair -> pair.preference().sign() != sign(people, pair))
                .map(pair -> new Error(pair, Preference.ofSign(sign(people, pair))))
                .sorted(Comparator.comparingDouble(
                        (Error error) -> -Math.abs(error.judged().difference())))
                .toList();
    }

    private static int sign(Map<Integer, Preference> people, JudgedPair pair) {
        return people.getOrDefault(pair.testCase(), Preference.TIE).sign();
    }
}
