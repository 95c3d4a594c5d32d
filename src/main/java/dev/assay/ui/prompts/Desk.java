package dev.assay.ui.prompts;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.evidence.Evidence;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import dev.assay.registry.PromptRegistry;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.prompts.compact.CompactViewModel;
import dev.assay.ui.prompts.history.PastPrompts;
import dev.assay.ui.prompts.preview.TextRenderer;
import dev.assay.workbench.EvidenceFinder;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.compact.Rewriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the prompts screen needs of a workbench.
 *
 * @param registry the prompts
 * @param renderer renders unsaved text
 * @param tokens counts tokens
 * @param prices what models cost now
 * @param models the models to offer
 * @param datasetNames the datasets to offer
 * @param datasets a dataset by name
 * @param runner runs an experiment to its end
 * @param asking asks a model for a shorter prompt
 * @param past the prompts as they were
 * @param evidence what was measured of texts, by their content ids
 * @param frames runs a task on the FX thread with the next frame
 * @param paused runs a task on the FX thread once the typing has paused
 * @param delayed runs a task on the FX thread after a short while
 */
record Desk(
        PromptRegistry registry,
        TextRenderer renderer,
        TokenCounter tokens,
        Supplier<PriceTable> prices,
        Supplier<List<ModelId>> models,
        Supplier<List<String>> datasetNames,
        Function<String, Dataset> datasets,
        BiFunction<Experiment, RunListener, Comparison> runner,
        CompactViewModel.Asking asking,
        PastPrompts past,
        Function<List<String>, Optional<Evidence>> evidence,
        Executor frames,
        Executor paused,
        Executor delayed) {
    private static final Duration PAUSE = Duration.ofMillis(120);
    private static final Duration DELAY = Duration.ofMillis(700);

    /** The desk of an open workspace. */
    static Desk of(Workbench workbench, Executor frames) {
        return new Desk(
                workbench.registry(),
                workbench::renderText,
                workbench.tokens(),
                workbench::pricesForDisplay,
                workbench::models,
                workbench::datasets,
                workbench::dataset,
                workbench::compare,
                (name, text, model) ->
                        new Rewriter(workbench, new SecureRandom()).rewrite(name, text, model, new RunListener() {}),
                new WorkbenchPast(workbench),
                blobs -> new EvidenceFinder(workbench.history()).latest(blobs),
                frames,
                FxExecutor.after(PAUSE),
                FxExecutor.after(DELAY));
    }
}
