package dev.assay.experiment.votes;

import dev.assay.experiment.stats.correction.PredictionPowered;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.stats.raters.PreferenceCalibration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A judge held against the votes of people on the same two variants.
 *
 * @param calibration how far it prefers as they do, on the cases with a vote
 * @param corrected who wins over all cases that the judge scored, as people would see it: 1 the challenger on all, -1
 *     the baseline; null with fewer than two votes on them
 */
public record JudgeCheck(
        PreferenceCalibration calibration, @Nullable PredictionPowered corrected) {
    /**
     * Compares them.
     *
     * @param people by case, what people prefer; the cases must have been drawn at random
     * @param judge by case, the judge's difference, challenger minus baseline; cases that it did not score are absent
     */
    public static JudgeCheck of(Map<Integer, Preference> people, Map<Integer, Double> judge) {
        var shared = new TreeMap<>(people);
        shared.keySet().retainAll(judge.keySet());
        List<Preference> judged = shared.keySet().stream()
                .map(testCase -> preference(judge, testCase))
                .toList();
        double[] unvoted = judge.keySet().stream()
                .filter(testCase -> !shared.containsKey(testCase))
                .sorted()
                .mapToDouble(testCase -> preference(judge, testCase).sign())
                .toArray();
        List<Preference> voted = List.copyOf(shared.values());
        return new JudgeCheck(
                PreferenceCalibration.of(voted, judged),
                voted.size() < 2 ? null : PredictionPowered.of(unvoted, signs(judged), signs(voted)));
    }

    private static Preference preference(Map<Integer, Double> judge, Integer testCase) {
        return Preference.ofSign(judge.getOrDefault(testCase, 0.0));
    }

    private static double[] signs(List<Preference> preferences) {
        return preferences.stream().mapToDouble(Preference::sign).toArray();
    }
}
