package dev.assay.workbench.quality;

import dev.assay.history.RunHistory;
import dev.assay.history.metrics.PromptQuality;
import java.util.List;
import java.util.Optional;

/**
 * How well the texts of a prompt did, one after the other.
 *
 * @param metric what was judged
 * @param texts each text that was scored, that which ran first first; at least one
 */
public record QualityCourse(String metric, List<PromptQuality> texts) {
    public QualityCourse {
        texts = List.copyOf(texts);
    }

    /** That of a prompt by what it was judged for most often; empty where it never was; slow. */
    public static Optional<QualityCourse> of(RunHistory history, String prompt) {
        return history.scoredMetrics(prompt).stream()
                .findFirst()
                .map(metric -> new QualityCourse(metric, history.qualityOfTexts(prompt, metric)))
                .filter(course -> !course.texts().isEmpty());
    }
}
