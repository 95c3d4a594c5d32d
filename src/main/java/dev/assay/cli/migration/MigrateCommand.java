package dev.assay.cli.migration;

import dev.assay.cli.comparing.EstimateReport;
import dev.assay.cli.comparing.JudgeOptions;
import dev.assay.cli.comparing.RunOptions;
import dev.assay.cli.comparing.WatchedRun;
import dev.assay.cli.prompts.versions.AuthorOption;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.Verdicts;
import dev.assay.experiment.chart.ParetoPoints;
import dev.assay.experiment.choice.Complexity;
import dev.assay.experiment.choice.DefaultModels;
import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.history.RunStatus;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.GitStatus;
import dev.assay.registry.StoredPrompt;
import dev.assay.registry.git.PromptRevision;
import dev.assay.workbench.DefaultMetrics;
import dev.assay.workbench.EvidenceFinder;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.migration.Migration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay migrate}: moves a prompt off a model. */
@Command(
        name = "migrate",
        description = {
            "Moves a prompt off a model: picks replacements, runs the prompt on all of them and on the model that it"
                    + " leaves, and proposes the cheapest that is shown to be not worse by more than a margin. With"
                    + " --commit the prompt then names that one, with the evidence as trailers.",
            "Exit status 1 where no replacement is shown to be good enough: nothing is written then."
        })
public final class MigrateCommand implements Callable<Integer> {
    private static final String USUAL_MOST = "3";

    private final Session session;

    @Parameters(paramLabel = "PROMPT", description = "A prompt.")
    private String prompt = "";

    @Option(
            names = "--from",
            paramLabel = "PROVIDER/MODEL",
            description = "The model to leave. Default: the one that the prompt names.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "PROVIDER/MODEL",
            description = "A replacement; may be given many times. Default: those that earlier runs of the prompt speak"
                    + " for, then those of the table of tiers, as far as they are configured.")
    private List<String> to = List.of();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = USUAL_MOST,
            description = "Without --to: try so many at most. Default: " + USUAL_MOST + ".")
    private int most;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            defaultValue = DefaultModels.USUAL_TASK,
            description = "Without --to: what is to be done, for the table: classification, summarisation, ...")
    private String task = DefaultModels.USUAL_TASK;

    @Option(
            names = "--complexity",
            paramLabel = "HOW",
            defaultValue = "medium",
            description = "Without --to: simple, medium or complex. Default: medium.")
    private String complexity = "medium";

    @Option(names = "--dataset", required = true, paramLabel = "DATASET", description = "A name or a file of cases.")
    private String dataset = "";

    @Option(
            names = "--margin",
            paramLabel = "X",
            description = "How much worse is still not worse, 0 to 1. Default: " + Verdicts.DELTA + ".")
    private double margin = Verdicts.DELTA;

    @Option(names = "--write", description = "Write the proposed model into the prompt.")
    private boolean write;

    @Option(names = "--commit", description = "Write it and commit that, with what was measured as trailers.")
    private boolean commit;

    @Mixin
    private final AuthorOption author = new AuthorOption();

    @Mixin
    private final JudgeOptions judging = new JudgeOptions();

    @Mixin
    private final RunOptions running = new RunOptions();

    public MigrateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        check();
        String name = PromptArgument.name(prompt);
        try (var workbench = session.openWorkbench()) {
            Migration migration = migration(workbench, name);
            List<ModelId> replacements = replacements(workbench, migration);
            Experiment experiment = experiment(workbench, migration, replacements);
            var texts = migration.texts(replacements);
            workbench.retired(List.of(migration.from())).forEach(session.terminal()::note);
            if (running.estimate()) {
                EstimateReport.print(session, workbench.estimate(experiment, texts));
                return ExitStatus.DONE;
            }
            Comparison comparison = WatchedRun.of(
                    session, workbench, progress -> workbench.compare(experiment, texts, new RunControl(), progress));
            return finish(workbench, migration, comparison);
        }
    }

    private void check() {
        if (!(margin >= 0 && margin <= 1)) {
            throw new InputException("--margin is " + margin + " but must be from 0 to 1, for example 0.05");
        }
        if (most < 1) {
            throw new InputException("--most is " + most + " but must be 1 or more");
        }
    }

    private int finish(Workbench workbench, Migration migration, Comparison comparison) {
        String metric = comparison.run().metrics().getFirst();
        ParetoPoints board = ParetoPoints.of(comparison, metric, margin);
        boolean whole = comparison.run().status() == RunStatus.FINISHED;
        Optional<ModelId> proposed = Migration.proposed(board)
                .filter(point -> whole)
                .map(point -> Migration.model(comparison, point.label()));
        PromptRevision revision = null;
        boolean writes = (write || commit) && proposed.isPresent();
        if (writes) {
            StoredPrompt saved =
                    workbench.registry().save(migration.prompt(), migration.textFor(proposed.orElseThrow()));
            revision = commit ? commit(workbench, migration, comparison, saved, proposed.orElseThrow()) : null;
        }
        var report = new MigrationReport(migration, comparison, board, proposed, writes, revision);
        session.print(report.json(), report.lines());
        return proposed.isPresent() ? ExitStatus.DONE : ExitStatus.GATE_FAILED;
    }

    private PromptRevision commit(
            Workbench workbench, Migration migration, Comparison comparison, StoredPrompt saved, ModelId model) {
        Evidence evidence =
                new EvidenceFinder(workbench.history()).of(comparison.run().id(), List.of(saved.blobId()));
        String message = "Move " + migration.prompt() + " from " + migration.from() + " to " + model;
        return workbench
                .registry()
                .commit(List.of(saved.path()), Trailers.append(message, evidence), author.of(workbench.registry()));
    }

    private Migration migration(Workbench workbench, String name) {
        StoredPrompt stored = workbench.registry().load(new PromptRef(name, null));
        boolean changed = workbench.registry().list().stream()
                .anyMatch(entry -> entry.name().equals(name) && entry.status() != GitStatus.CLEAN);
        if (commit && changed) {
            throw new InputException(
                    "Prompt " + name + " has changes that are not committed: commit them first, so that"
                            + " the move is a commit of its own");
        }
        String named = from == null
                ? workbench.template(new PromptRef(name, null)).frontMatter().model()
                : from;
        if (named == null) {
            throw new InputException("Prompt " + name + " names no model: say with --from which one it is to leave");
        }
        return new Migration(name, stored.text(), ModelId.parse(named));
    }

    private List<ModelId> replacements(Workbench workbench, Migration migration) {
        List<ModelId> chosen = to.isEmpty()
                ? migration.replacements(workbench, DefaultModels.of(task, Complexity.of(complexity)), most)
                : to.stream().map(ModelId::parse).distinct().toList();
        if (chosen.isEmpty()) {
            throw new InputException("No other model is configured that earlier runs or the table of tiers speak for:"
                    + " name one with --to PROVIDER/MODEL (see: assay models)");
        }
        if (chosen.contains(migration.from())) {
            throw new InputException("The prompt is to leave " + migration.from() + ", so it cannot go there");
        }
        return chosen;
    }

    private Experiment experiment(Workbench workbench, Migration migration, List<ModelId> replacements) {
        JudgeOptions.Choice judge = judging.choose(
                replacements,
                session.judges(),
                () -> DefaultMetrics.of(List.of(new PromptRef(migration.prompt(), null)), workbench));
        if (judge.metrics().isEmpty()) {
            throw new InputException("Without a metric nothing can be shown: leave --no-judge out, or name a metric");
        }
        var settings = running.settings(workbench);
        if (running.only() != null || settings.stopWhenSettled() != null) {
            throw new InputException((running.only() != null ? "--only" : "--stop-when-settled")
                    + " has no meaning here: all models are run to the end");
        }
        return new Experiment(
                migration.prompt() + " off " + migration.from(),
                migration.variants(replacements, running.parameters()),
                workbench.dataset(dataset),
                judge.metrics(),
                judge.model(),
                running.repeats(),
                settings);
    }
}
