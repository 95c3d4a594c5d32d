package dev.assay.history;

import dev.assay.judge.Metric;
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
 * @param stopReason why it stopped, or null where it did not or that is not known
 * @param variants in column order
 * @param dataset name of the dataset
 * @param datasetHash SHA-256 of its cases, in hex
 * @param cases number of cases
 * @param repeats calls per variant and case, 1 or more
 * @param measured what is measured of each answer; may be empty
 * @param judge the judging model, or null where no model judges
 * @param settings how its calls are made
 * @param origin the run that it was made from, or null
 */
public record Run(
        String id,
        String title,
        Instant startedAt,
        @Nullable Instant finishedAt,
        RunStatus status,
        @Nullable StopReason stopReason,
        List<RunVariant> variants,
        String dataset,
        String datasetHash,
        int cases,
        int repeats,
        List<Metric> measured,
        @Nullable ModelId judge,
        RunSettings settings,
        @Nullable RunOrigin origin) {
    public Run {
        variants = List.copyOf(variants);
        measured = List.copyOf(measured);
    }

    /** The names of what is measured. */
    public List<String> metrics() {
        return Metric.names(measured);
    }

    /** Number of its answers when it is whole. */
    public int cellCount() {
        return variants.size() * cases * repeats;
    }

    /** This run with other settings. */
    public Run with(RunSettings settings) {
        return copy(status, stopReason, finishedAt, variants, settings);
    }

    /** This run with another end. */
    public Run ended(RunStatus status, @Nullable StopReason reason, @Nullable Instant finishedAt) {
        return copy(status, reason, finishedAt, variants, settings);
    }

    /** This run with other columns. */
    public Run withVariants(List<RunVariant> variants) {
        return copy(status, stopReason, finishedAt, variants, settings);
    }

    /** This run with other measures. */
    public Run measuring(List<Metric> metrics) {
        return new Run(
                id,
                title,
                startedAt,
                finishedAt,
                status,
                stopReason,
                variants,
                dataset,
                datasetHash,
                cases,
                repeats,
                metrics,
                judge,
                settings,
                origin);
    }

    private Run copy(
            RunStatus status,
            @Nullable StopReason reason,
            @Nullable Instant finishedAt,
            List<RunVariant> variants,
            RunSettings settings) {
        return new Run(
                id,
                title,
                startedAt,
                finishedAt,
                status,
                reason,
                variants,
                dataset,
                datasetHash,
                cases,
                repeats,
                measured,
                judge,
                settings,
                origin);
    }
}
