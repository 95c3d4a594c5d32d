package dev.assay.experiment.votes;

import dev.assay.experiment.stats.bias.SizedPreference;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.judge.Score;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a judge made of two answers to one case; repeats are averaged.
 *
 * @param testCase index of the case
 * @param difference the judge's, challenger minus baseline
 * @param baselineLength characters of the baseline's answer, 1 or more
 * @param challengerLength the same of the challenger's
 * @param reason what the judge said of the answer that it preferred; empty where it preferred none or gave no reason
 */
public record JudgedPair(int testCase, double difference, int baselineLength, int challengerLength, String reason) {

    /** The cases on which both variants have a score, in order. */
    public static List<JudgedPair> of(List<Cell> cells, int baseline, int challenger, String metric) {
        Map<Integer, List<Cell>> byCase = cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.key().testCase(), TreeMap::new, Collectors.toList()));
        return byCase.entrySet().stream()
                .flatMap(
                        one -> pair(one.getKey(), of(one.getValue(), baseline), of(one.getValue(), challenger), metric))
                .toList();
    }

    /** Which of the two the judge prefers. */
    public Preference preference() {
        return Preference.ofSign(difference);
    }

    /** The same with the lengths. */
    SizedPreference sized() {
        return new SizedPreference(preference(), baselineLength, challengerLength);
    }

    private static Stream<JudgedPair> pair(int testCase, List<Cell> baseline, List<Cell> challenger, String metric) {
        OptionalDouble before = mean(baseline, metric);
        OptionalDouble after = mean(challenger, metric);
        if (before.isEmpty() || after.isEmpty()) {
            return Stream.empty();
        }
        double difference = after.getAsDouble() - before.getAsDouble();
        List<Cell> preferred = switch (Preference.ofSign(difference)) {
            case BASELINE -> baseline;
            case TIE -> List.of();
            case CHALLENGER -> challenger;
        };
        return Stream.of(new JudgedPair(
                testCase,
                difference,
                length(baseline),
                length(challenger),
                scores(preferred, metric)
                        .map(Score.Scored::rationale)
                        .findFirst()
                        .orElse("")));
    }

    private static List<Cell> of(List<Cell> cells, int variant) {
        return cells.stream().filter(cell -> cell.key().variant() == variant).toList();
    }

    private static OptionalDouble mean(List<Cell> cells, String metric) {
        return scores(cells, metric).mapToDouble(Score.Scored::value).average();
    }

    private static Stream<Score.Scored> scores(List<Cell> cells, String metric) {
        return cells.stream()
                .flatMap(cell -> cell.scores().stream())
                .filter(score -> score.metric().equals(metric))
                .flatMap(score -> score instanceof Score.Scored scored ? Stream.of(scored) : Stream.empty());
    }

    private static int length(List<Cell> cells) {
        double mean = cells.stream()
                .flatMap(cell -> text(cell).stream())
                .mapToInt(String::length)
                .average()
                .orElse(1);
        return (int) Math.max(1, Math.round(mean));
    }

    private static Optional<String> text(Cell cell) {
        return cell.answer().outcome() instanceof Outcome.Completed completed
                ? Optional.of(completed.response().output())
                : Optional.empty();
    }
}
