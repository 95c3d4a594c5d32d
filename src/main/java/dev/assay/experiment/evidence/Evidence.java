package dev.assay.experiment.evidence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found out about a prompt's text.
 *
 * @param run the run's id
 * @param dataset name and content id of the cases, such as {@code meetings@1a2b3c4}
 * @param scores one a metric
 * @param differences one a metric; empty where nothing else was compared
 * @param model what answered, or null where that is not told
 * @param judge what judged, or null
 * @param judgeHash names what was measured, by which rubrics and how judges were asked, or null
 * @param cost what answers and judging cost, such as {@code $0.12}, or null where that is not known
 */
public record Evidence(
        String run,
        String dataset,
        List<MeasuredScore> scores,
        List<MeasuredDifference> differences,
        @Nullable String model,
        @Nullable String judge,
        @Nullable String judgeHash,
        @Nullable String cost) {
    public Evidence {
        scores = List.copyOf(scores);
        differences = List.copyOf(differences);
    }

    /** The difference by that metric, if one was measured. */
    public Optional<MeasuredDifference> difference(String metric) {
        return differences.stream()
                .filter(difference -> difference.metric().equals(metric))
                .findFirst();
    }
}
