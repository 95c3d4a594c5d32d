package dev.assay.judge.catalog;

import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.judge.jury.Panel;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Resources;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the judges of metrics. */
public final class Judges {
    private Judges() {}

    /** The names of the metrics that a model judges without being told more. */
    public static List<String> metrics() {
        return List.of("relevance", "coherence", "correctness", "faithfulness", "safety", "pairwise");
    }

    /**
     * One judge for each metric, in the given order.
     *
     * @param model who judges where a language model does; may be null where none does
     * @throws InputException naming the metric and what is wrong with it
     */
    public static List<Judge> of(List<Metric> metrics, @Nullable ModelId model, LlmProvider provider) {
        var resources = new Resources(model, provider);
        return metrics.stream()
                .map(metric -> MetricTypes.of(metric).judge(metric, resources))
                .toList();
    }

    /** Whether a model must be named for it to be measured, as it names none itself. */
    public static boolean needsModel(Metric metric) {
        MetricType type = MetricTypes.of(metric);
        return type.needsModel() && !Panel.isNamed(type.settings(metric));
    }

    /** Whether it compares answers with the baseline's. */
    public static boolean isPairwise(Metric metric) {
        return MetricTypes.find(metric.type())
                .filter(type -> type.kind() == MetricType.Kind.PAIRWISE)
                .isPresent();
    }

    /**
     * The models that are asked about each answer, one for each call; none where a rule measures.
     *
     * @param model who judges where the metric names nobody; may be null
     */
    public static List<ModelId> asked(Metric metric, @Nullable ModelId model) {
        int calls =
                MetricTypes.find(metric.type()).map(type -> type.kind().calls()).orElse(0);
        return panel(metric, model).map(Panel::asked).orElse(List.of()).stream()
                .flatMap(one -> Collections.nCopies(calls, one).stream())
                .toList();
    }

    /**
     * Who judges, in words; empty where a rule measures, or what this Assay does not know.
     *
     * @param model who judges where the metric names nobody; may be null
     */
    public static Optional<String> whoJudges(Metric metric, @Nullable ModelId model) {
        return panel(metric, model).map(Panel::toString).filter(who -> !who.isEmpty());
    }

    private static Optional<Panel> panel(Metric metric, @Nullable ModelId model) {
        return MetricTypes.find(metric.type())
                .filter(MetricType::needsModel)
                .map(type -> Panel.of(type.settings(metric), model));
    }

    /** Whether its scores are 0 or 1 by nature, so that they are told as passed and failed. */
    public static boolean passFail(Metric metric) {
        return MetricTypes.of(metric).passFail();
    }
}
