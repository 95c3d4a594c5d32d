package dev.assay.judge.reply;

import dev.assay.llm.FigureToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A judge's score as the mean of all scores that it might have given, weighted by their probabilities (G-Eval, Liu et al.
 * 2023): where it wavers between 3 and 4 the score lies between.
 *
 * @param points on the rubric's scale
 * @param chances how likely each score was, of 1 in all, in the order of the scores
 */
public record WeightedScore(double points, Map<Integer, Double> chances) {
    /** What is less likely is noise. */
    private static final double LEAST = 0.01;

    /**
     * Weighs the score that was read.
     *
     * @param figures the tokens of the reply that are whole numbers; the last that says the score is it
     * @return empty where the probabilities do not tell, or not of the score that was read
     */
    public static Optional<WeightedScore> of(double read, Scale scale, List<FigureToken> figures) {
        return figures.reversed().stream()
                .filter(token -> token.figure() == read)
                .findFirst()
                .flatMap(token -> weigh(token, scale));
    }

    private static Optional<WeightedScore> weigh(FigureToken token, Scale scale) {
        Map<Integer, Double> likely = new TreeMap<>();
        token.chances().forEach((figure, chance) -> {
            if (chance >= LEAST && figure >= scale.min() && figure <= scale.max()) {
                likely.put(figure, chance);
            }
        });
        double sum = likely.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!likely.containsKey(token.figure())) {
            return Optional.empty();
        }
        likely.replaceAll((figure, chance) -> chance / sum);
        double points = likely.entrySet().stream()
                .mapToDouble(one -> one.getKey() * one.getValue())
                .sum();
        return Optional.of(new WeightedScore(Math.clamp(points, scale.min(), scale.max()), likely));
    }

    /** {@code Weighted by probability: 3.79 of 3 (21%), 4 (79%).} */
    public String told() {
        return chances.entrySet().stream()
                .map(one -> one.getKey() + " (" + Math.round(100 * one.getValue()) + "%)")
                .collect(Collectors.joining(
                        ", ", "Weighted by probability: " + String.format(Locale.ROOT, "%.2f", points) + " of ", "."));
    }
}
