package dev.assay.experiment;

import dev.assay.history.RunSettings;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run: every variant on every case, {@code repeats} times. A playground run is the case of one variant, one
 * case, one repeat.
 *
 * @param title for the user
 * @param variants at least one; the first is the baseline
 * @param dataset at least one case
 * @param metrics what to measure of each answer; may be empty
 * @param judge the judging model; null only where no metric needs one
 * @param repeats 1 or more
 * @param settings how the calls are made
 */
public record Experiment(
        String title,
        List<Variant> variants,
        Dataset dataset,
        List<Metric> metrics,
        @Nullable ModelId judge,
        int repeats,
        RunSettings settings) {
    public Experiment {
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        List<String> names = Metric.names(metrics);
        require(!variants.isEmpty(), "A comparison needs at least one variant");
        require(!dataset.cases().isEmpty(), "Dataset " + dataset.name() + " has no cases");
        require(
                judge != null || metrics.stream().noneMatch(Judges::needsModel),
                "Judging " + names + " needs a judge model");
        require(
                names.stream().distinct().count() == names.size(),
                "Two metrics have the same name among " + names + ": give one of them another");
        require(
                variants.size() > 1 || metrics.stream().noneMatch(Judges::isPairwise),
                "A pairwise metric compares variants with the first one, and there is but one: name two");
        require(repeats >= 1, "Repeats is " + repeats + " but must be 1 or more");
        String settled = settings.stopWhenSettled();
        require(
                settled == null || !settings.batch(),
                "The run is to stop when " + settled + " is settled, but what is sent in a batch is not stopped:"
                        + " choose one of the two");
        require(
                settled == null || names.contains(settled),
                "The run is to stop when " + settled + " is settled, but that is not measured");
        require(
                settled == null || variants.size() > 1,
                "The run is to stop when " + settled + " is settled, but one variant alone settles nothing: name two");
        require(
                settled == null || !dataset.sharesSources(),
                "The run is to stop when " + settled + " is settled, which counts every case on its own, but cases of "
                        + dataset.name() + " share a source: leave one of the two out");
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
