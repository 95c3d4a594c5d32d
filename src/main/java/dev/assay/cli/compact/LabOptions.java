package dev.assay.cli.compact;

import dev.assay.cli.comparing.EstimateReport;
import dev.assay.cli.comparing.JudgeOptions;
import dev.assay.cli.comparing.RunOptions;
import dev.assay.cli.comparing.WatchedRun;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.Verdicts;
import dev.assay.history.RunSettings;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.compact.ShorterPrompts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How shorter prompts are held against the original. */
final class LabOptions {

    @Option(names = "--dataset", paramLabel = "DATASET", description = "The cases to compare on, by name or file.")
    private @Nullable String dataset;

    @Option(
            names = "--model",
            paramLabel = "PROVIDER/MODEL",
            description = "The model that tokens and prices are told for, and that answers in a comparison."
                    + " Default: the one that the prompt names.")
    private @Nullable String model;

    @Option(
            names = "--margin",
            paramLabel = "X",
            description =
                    "How much worse than the original is still not worse, 0 to 1. Default: " + Verdicts.DELTA + ".")
    private double margin = Verdicts.DELTA;

    @Mixin
    private final JudgeOptions judging = new JudgeOptions();

    @Mixin
    private final RunOptions running = new RunOptions();

    /** How much worse is still not worse, 0 to 1. */
    double margin() {
        if (!(margin >= 0 && margin <= 1)) {
            throw new InputException("--margin is " + margin + " but must be from 0 to 1, for example 0.05");
        }
        return margin;
    }

    boolean estimate() {
        return running.estimate();
    }

    /** Whether cases were named. */
    boolean hasDataset() {
        return dataset != null;
    }

    /** The cases; empty where none were named. */
    Optional<Dataset> dataset(Workbench workbench) {
        return Optional.ofNullable(dataset).map(workbench::dataset);
    }

    /** The model that was named, else the prompt's own. */
    Optional<ModelId> model(Workbench workbench, String prompt, String text) {
        return Optional.ofNullable(model)
                .map(ModelId::parse)
                .or(() -> new ShorterPrompts(workbench).model(prompt, text));
    }

    /** The experiment that holds texts against a prompt. */
    Experiment experiment(
            Session session, Workbench workbench, String title, ShorterPrompts.Texts texts, Dataset cases) {
        ModelId answering = texts.variants().getFirst().model();
        JudgeOptions.Choice judge = judging.choose(List.of(answering), session.judges());
        if (judge.metrics().isEmpty()) {
            throw new InputException("Without a metric nothing can be shown: leave --no-judge out, or name a metric");
        }
        RunSettings settings = running.settings(workbench);
        if (running.only() != null || settings.stopWhenSettled() != null) {
            throw new InputException((running.only() != null ? "--only" : "--stop-when-settled")
                    + " has no meaning here: all variants are run to the end");
        }
        return new Experiment(
                title, texts.variants(), cases, judge.metrics(), judge.model(), running.repeats(), settings);
    }

    /** The parameters that answers are made with. */
    ModelParameters parameters() {
        return running.parameters();
    }

    /** Tells what a comparison would take. */
    static void printEstimate(Session session, Workbench workbench, Experiment experiment, ShorterPrompts.Texts texts) {
        EstimateReport.print(session, workbench.estimate(experiment, texts.texts()));
    }

    /** Runs a comparison. */
    static Comparison run(Session session, Workbench workbench, Experiment experiment, ShorterPrompts.Texts texts) {
        return WatchedRun.of(
                session,
                workbench,
                progress -> workbench.compare(experiment, texts.texts(), new RunControl(), progress));
    }
}
