package dev.assay.experiment.choice;

import dev.assay.experiment.Variant;
import dev.assay.experiment.Verdicts;
import dev.assay.experiment.chart.ParetoPoints;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.history.metrics.ScoredAnswer;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The models that were measured, and which of them to take: the cheapest that is shown to be not worse than the best by
 * more than a margin, on the cases that both were scored on.
 *
 * @param metric what they were scored by
 * @param wish what was asked for
 * @param models the best first, then the others from the cheapest on, those of unknown cost last
 */
public record ModelChoice(String metric, ChoiceWish wish, List<ModelFigures> models) {
    public ModelChoice {
        models = List.copyOf(models);
    }

    /** The choice by earlier answers, each with its scores by one metric. */
    public static ModelChoice of(String metric, List<ScoredAnswer> answers, ChoiceWish wish) {
        Map<ModelId, List<ScoredAnswer>> byModel = answers.stream()
                .collect(Collectors.groupingBy(ScoredAnswer::model, LinkedHashMap::new, Collectors.toList()));
        List<ModelAnswers> all = byModel.entrySet().stream()
                .map(entry -> ModelAnswers.of(entry.getKey(), entry.getValue()))
                .filter(model -> !model.scores().isEmpty())
                .toList();
        Optional<ModelAnswers> best = all.stream()
                // The highest mean of three cases says nothing: it is the best only where nobody has more.
                .max(Comparator.comparing((ModelAnswers model) -> model.scores().size() >= Verdicts.MIN_PAIRS)
                        .thenComparing(ModelAnswers::meanScore)
                        .thenComparing(model -> model.scores().size()));
        if (best.isEmpty()) {
            return new ModelChoice(metric, wish, List.of());
        }
        List<ModelFigures> figures = all.stream()
                .map(model -> model.figures(best.get(), wish.margin()))
                .toList();
        List<ModelFigures> marked = figures.stream()
                .map(model -> model.onFront(figures.stream().noneMatch(model::isDominatedBy))
                        .allowed(wish.allows(model)))
                .sorted(Comparator.comparing((ModelFigures model) ->
                                !model.model().equals(best.get().model()))
                        .thenComparing(ModelChoice::cheapestFirst))
                .toList();
        return new ModelChoice(metric, wish, marked);
    }

    private static int cheapestFirst(ModelFigures one, ModelFigures other) {
        return Objects.compare(one.costUsd(), other.costUsd(), Comparator.nullsLast(Comparator.naturalOrder()));
    }

    /** Whether at least two models were scored on enough cases for a choice between them. */
    public boolean isMeasured() {
        return models.stream()
                        .filter(model -> model.againstBest().cases() >= Verdicts.MIN_PAIRS)
                        .count()
                > 1;
    }

    /** The model with the highest score; empty where none was scored. */
    public Optional<ModelFigures> best() {
        return models.stream().findFirst();
    }

    /**
     * The model to take: of those that keep to the limits and are shown to be not worse than the best, the cheapest, of
     * equal ones the better. Empty where no two were measured, or none is left.
     */
    public Optional<ModelFigures> proposed() {
        return isMeasured()
                ? models.stream()
                        .filter(ModelFigures::allowed)
                        .filter(model -> model.againstBest().standing() == NonInferiority.SHOWN)
                        .min(Comparator.comparing((ModelFigures model) -> model.costUsd() == null)
                                .thenComparing(ModelChoice::cheapestFirst)
                                .thenComparing(ModelFigures::score, Comparator.reverseOrder()))
                : Optional.empty();
    }

    /** Cost against score, each model under the name of its place in the list: A, B, ... */
    public ParetoPoints board() {
        List<ParetoPoints.Point> points = new ArrayList<>();
        List<ParetoPoints.LeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            ModelFigures model = models.get(i);
            if (model.costUsd() == null) {
                leftOut.add(new ParetoPoints.LeftOut(Variant.label(i), ParetoPoints.Why.COST_UNKNOWN));
            } else {
                points.add(new ParetoPoints.Point(
                        Variant.label(i),
                        model.costUsd().doubleValue(),
                        null,
                        model.score(),
                        model.scoreInterval(),
                        model.againstBest().standing(),
                        model.onFront()));
            }
        }
        return new ParetoPoints(metric, Variant.label(0), wish.margin(), points, leftOut);
    }
}
