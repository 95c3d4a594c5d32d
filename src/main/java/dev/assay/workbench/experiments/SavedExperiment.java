package dev.assay.workbench.experiments;

import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.Variant;
import dev.assay.history.RunSettings;
import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as a file keeps it: the dataset by its name, so that a run takes the cases as they are then.
 *
 * @param title what history calls its runs
 * @param variants at least one; the first is the baseline
 * @param dataset a name or a path
 * @param cluster the column that says which cases share a source, or null where the dataset says so itself
 * @param metrics what is measured; may be empty
 * @param judge the judging model, or null where none is needed
 * @param repeats calls per variant and case, 1 or more
 * @param settings how the calls are made
 */
public record SavedExperiment(
        String title,
        List<Variant> variants,
        String dataset,
        @Nullable String cluster,
        List<Metric> metrics,
        @Nullable ModelId judge,
        int repeats,
        RunSettings settings) {
    public SavedExperiment {
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
    }

    /** What would be saved of an experiment. */
    public static SavedExperiment of(Experiment experiment, String dataset, @Nullable String cluster) {
        return new SavedExperiment(
                experiment.title(),
                experiment.variants(),
                dataset,
                cluster,
                experiment.metrics(),
                experiment.judge(),
                experiment.repeats(),
                experiment.settings());
    }

    /** The experiment on the cases of its dataset. */
    public Experiment on(Dataset cases) {
        Dataset grouped = cluster == null ? cases : cases.clusteredBy(cluster);
        return new Experiment(title, variants, grouped, metrics, judge, repeats, settings);
    }
}
