package dev.assay.judge.catalog;

import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.judge.type.Resources;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the judges of metrics. */
public final class Judges {
    private Judges() {}

    /** The names of the metrics that a model judges without being told more. */
    public static List<String> metrics() {
        return List.of("relevance", "coherence", "correctness", "faithfulness", "safety");
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

    /** Whether a model must be named for it to be measured. */
    public static boolean needsModel(Metric metric) {
        return MetricTypes.of(metric).needsModel();
    }

    /** Whether its scores are 0 or 1 by nature, so that they are told as passed and failed. */
    public static boolean passFail(Metric metric) {
        return MetricTypes.of(metric).passFail();
    }
}
