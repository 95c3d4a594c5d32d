package dev.assay.experiment;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run: every variant on every case, {@code repeats} times. A playground run is the case of one variant, one
 * case, one repeat.
 *
 * @param title for the user
 * @param variants at least one
 * @param dataset at least one case
 * @param metrics what to judge; may be empty
 * @param judge the judging model; null only where there is nothing to judge
 * @param repeats 1 or more
 * @param concurrency cells at once, 1 or more
 * @param stream whether answers are streamed
 * @param cache whether what was answered before may be answered so again; repetitions are kept apart
 */
public record Experiment(
        String title,
        List<Variant> variants,
        Dataset dataset,
        List<String> metrics,
        @Nullable ModelId judge,
        int repeats,
        int concurrency,
        boolean stream,
        boolean cache) {
    public Experiment {
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        require(!variants.isEmpty(), "A comparison needs at least one variant");
        require(!dataset.cases().isEmpty(), "Dataset " + dataset.name() + " has no cases");
        require(metrics.isEmpty() || judge != null, "Judging " + metrics + " needs a judge model");
        require(repeats >= 1, "Repeats is " + repeats + " but must be 1 or more");
        require(concurrency >= 1, "Concurrency is " + concurrency + " but must be 1 or more");
    }

    /** An experiment that may use the cache. */
    public Experiment(
            String title,
            List<Variant> variants,
            Dataset dataset,
            List<String> metrics,
            @Nullable ModelId judge,
            int repeats,
            int concurrency,
            boolean stream) {
        this(title, variants, dataset, metrics, judge, repeats, concurrency, stream, true);
    }

    /** Number of cells that a whole run has. */
    public int cellCount() {
        return variants.size() * dataset.cases().size() * repeats;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new InputException(message);
        }
    }
}
