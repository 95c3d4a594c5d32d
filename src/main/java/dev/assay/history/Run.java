package dev.assay.history;

import dev.assay.llm.ModelId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of an experiment.
 *
 * @param id unique, sorts by time, short enough to type: {@code 20261123-141502-k3f9}
 * @param title for the user
 * @param startedAt when it began
 * @param finishedAt when it ended, or null while it runs
 * @param status how far it is
 * @param variants in column order
 * @param dataset name of the dataset
 * @param datasetHash SHA-256 of its cases, in hex
 * @param cases number of cases
 * @param repeats calls per variant and case, 1 or more
 * @param metrics what is judged; may be empty
 * @param judge the judging model, or null where nothing is judged
 */
public record Run(
        String id,
        String title,
        Instant startedAt,
        @Nullable Instant finishedAt,
        RunStatus status,
        List<RunVariant> variants,
        String dataset,
        String datasetHash,
        int cases,
        int repeats,
        List<String> metrics,
        @Nullable ModelId judge) {
    public Run {
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
    }
}
