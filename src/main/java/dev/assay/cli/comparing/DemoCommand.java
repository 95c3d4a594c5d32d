package dev.assay.cli.comparing;

import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.cli.session.WindowRequirements;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.Variant;
import dev.assay.history.RunSettings;
import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.provider.offline.OfflineProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay demo}: the main job once, on the sample prompts and the offline models. */
@Command(
        name = "demo",
        description = "Compares two sample prompts on the offline models, then opens the window if there is a display.")
public final class DemoCommand implements Callable<Integer> {
    private static final ModelId MODEL = new ModelId(OfflineProvider.NAME, "thorough");
    private static final String DATASET = "meetings";
    private static final int CASES = 20;
    private static final int CONCURRENCY = 4;

    private final Session session;

    @Option(names = "--no-window", description = "Print the result and end.")
    private boolean noWindow;

    public DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path workspace = session.sampleWorkspace();
        int status = compare(workspace);
        tellMore(workspace);
        if (status != ExitStatus.DONE || noWindow || session.options().json()) {
            return status;
        }
        Optional<String> problem = WindowRequirements.problem(session.environment());
        if (problem.isPresent()) {
            session.terminal().note("The window stays closed: " + problem.get());
        } else {
            session.window().open(workspace);
        }
        return status;
    }

    private int compare(Path workspace) {
        try (var workbench = session.open(workspace)) {
            var variants = List.of(
                    new Variant(new PromptRef("meeting/notes", null), MODEL, ModelParameters.DEFAULTS),
                    new Variant(new PromptRef("meeting/notes.detailed", null), MODEL, ModelParameters.DEFAULTS));
            Dataset dataset = workbench.dataset(DATASET).first(CASES);
            var experiment = new Experiment(
                    "Demo: short notes vs detailed notes",
                    variants,
                    dataset,
                    JudgeOptions.METRICS.stream().map(Metric::of).toList(),
                    MODEL,
                    1,
                    new RunSettings(CONCURRENCY, true, true, null, null));
            return new ComparisonRun(session, workbench).run(experiment, List.of(), List.of());
        }
    }

    private void tellMore(Path workspace) {
        session.terminal().note("Workspace: " + workspace + " (a git repository with sample prompts and cases)");
        session.terminal()
                .note("Next: assay prompts list, assay compare --help, or assay without a command for the window");
    }
}
