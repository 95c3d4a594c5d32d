package dev.assay.cli.comparing;

import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.ReportTarget;
import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.Variant;
import dev.assay.experiment.gate.Candidate;
import dev.assay.experiment.gate.Gate;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.workbench.DefaultMetrics;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.experiments.ExperimentFiles;
import dev.assay.workbench.experiments.SavedExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay compare}: prompts x models on a dataset, judged. */
@Command(
        name = "compare",
        description = "Runs every prompt on every model over the cases of a dataset, and compares them.")
public final class CompareCommand implements Callable<Integer> {
    /** What a saved comparison says. */
    private static final Set<String> SAID_BY_FILE = Set.of(
            "--prompt",
            "--model",
            "--dataset",
            "--cluster",
            "--title",
            "--judge",
            "--metrics",
            "--assert",
            "--no-judge",
            "--repeat",
            "--concurrency",
            "--no-stream",
            "--temperature",
            "--max-tokens",
            "--cache",
            "--budget",
            "--batch",
            "--stop-when-settled");

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A saved comparison, such as experiments/NAME.yaml: it says all that --prompt, --model,"
                    + " --dataset and the options of judging and running say otherwise.")
    private @Nullable String file;

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Save the comparison as experiments/NAME.yaml before it runs.")
    private @Nullable String save;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--prompt",
            paramLabel = "PROMPT[@REV]",
            description = "A prompt; may be given many times. The first variant is the baseline.")
    private List<String> prompts = List.of();

    @Option(names = "--model", paramLabel = "PROVIDER/MODEL", description = "A model; may be given many times.")
    private List<String> models = List.of();

    @Option(names = "--dataset", paramLabel = "DATASET", description = "A name or a file of cases.")
    private String dataset = "";

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            description = "The column that says which cases share a source, such as their document: the verdict counts"
                    + " them together. Default: the column __cluster, where there is one.")
    private @Nullable String cluster;

    @Option(names = "--title", paramLabel = "TEXT", description = "What history calls the run.")
    private @Nullable String title;

    @Mixin
    private final JudgeOptions judging = new JudgeOptions();

    @Mixin
    private final RunOptions running = new RunOptions();

    @Mixin
    private final GateOptions gating = new GateOptions();

    @Option(
            names = "--report",
            paramLabel = "[FORMAT:]FILE",
            description =
                    "Writes a report: json, jsonl, csv, html, junit, markdown or promptfoo. Without FORMAT: by the"
                            + " ending (.json, .jsonl, .csv, .html, .xml, .md). May be given many times.")
    private List<String> reports = List.of();

    public CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ReportTarget> targets = reports.stream()
                .map(report -> ReportTarget.parse(report, session::path))
                .toList();
        SavedExperiment saved = file == null ? null : fromFile(file);
        if (saved == null) {
            check();
        }
        try (var workbench = session.openWorkbench()) {
            JudgeOptions.Choice judge =
                    saved == null ? asked(workbench) : new JudgeOptions.Choice(saved.metrics(), saved.judge());
            gating.check(Metric.names(judge.metrics()));
            Experiment experiment =
                    saved == null ? fromOptions(workbench, judge) : saved.on(workbench.dataset(saved.dataset()));
            if (save != null) {
                save(
                        save,
                        SavedExperiment.of(
                                experiment, experiment.dataset().name(), saved == null ? cluster : saved.cluster()),
                        workbench);
            }
            if (running.estimate()) {
                EstimateReport.print(session, workbench.estimate(experiment));
                return ExitStatus.DONE;
            }
            return run(experiment, targets, workbench);
        }
    }

    private int run(Experiment experiment, List<ReportTarget> targets, Workbench workbench) {
        Dataset cases = experiment.dataset();
        List<Variant> variants = experiment.variants();
        var candidate = new Candidate(
                variants, cases.name(), cases.hash(), Metric.names(experiment.metrics()), experiment.judge());
        List<Gate> gates = gating.gates(candidate, workbench);
        String column = running.only();
        CellChoice choice =
                column == null ? CellChoice.MISSING : CellChoice.MISSING.of(Columns.index(column, variants.size()));
        return new ComparisonRun(session, workbench).run(experiment, choice, gates, targets);
    }

    private SavedExperiment fromFile(String named) {
        List<String> also = spec == null
                ? List.of()
                : spec.commandLine().getParseResult().matchedOptions().stream()
                        .map(option -> option.longestName())
                        .filter(SAID_BY_FILE::contains)
                        .toList();
        if (!also.isEmpty()) {
            throw new InputException(
                    "Give " + named + " or " + String.join(", ", also) + ", not both: the file says that already");
        }
        return ExperimentFiles.read(session.path(named), session.judges());
    }

    /** Before the workspace is opened, which may first have to be made. */
    private void check() {
        require("--prompt", prompts.isEmpty());
        require("--model", models.isEmpty());
        require("--dataset", dataset.isEmpty());
        prompts.forEach(PromptArgument::parse);
        JudgeOptions.Choice told = told();
        if (judging.isTold() || !session.hasWorkspace()) {
            gating.check(Metric.names(told.metrics()));
        } else {
            gating.check();
        }
    }

    /** What is measured where no prompt says otherwise. */
    private JudgeOptions.Choice told() {
        return judging.choose(models.stream().map(ModelId::parse).toList(), session.judges());
    }

    private JudgeOptions.Choice asked(Workbench workbench) {
        try {
            return judging.choose(
                    models.stream().map(ModelId::parse).toList(),
                    session.judges(),
                    () -> DefaultMetrics.of(
                            prompts.stream().map(PromptArgument::parse).toList(), workbench));
        } catch (InputException e) {
            // A prompt that cannot be read says nothing of what is measured: a wrong gate is told first, as ever.
            gating.check(Metric.names(told().metrics()));
            throw e;
        }
    }

    private static void require(String option, boolean lacks) {
        if (lacks) {
            throw new InputException("Missing " + option + ": name prompts, models and a dataset, or a saved"
                    + " comparison such as experiments/NAME.yaml; see: assay compare --help");
        }
    }

    private Experiment fromOptions(Workbench workbench, JudgeOptions.Choice judge) {
        List<PromptRef> refs = prompts.stream().map(PromptArgument::parse).toList();
        List<ModelId> ids = models.stream().map(ModelId::parse).toList();
        return new Experiment(
                title == null ? title(refs) : title,
                variants(refs, ids, running.parameters()),
                cluster == null
                        ? workbench.dataset(dataset)
                        : workbench.dataset(dataset).clusteredBy(cluster),
                judge.metrics(),
                judge.model(),
                running.repeats(),
                running.settings(workbench));
    }

    private void save(String name, SavedExperiment comparison, Workbench workbench) {
        var written = workbench.experiments().write(name, comparison);
        session.terminal().note("Saved as " + workbench.root().relativize(written));
    }

    private static String title(List<PromptRef> refs) {
        return refs.stream().map(PromptRef::toString).distinct().collect(Collectors.joining(" vs "));
    }

    private static List<Variant> variants(List<PromptRef> refs, List<ModelId> models, ModelParameters parameters) {
        var variants = new ArrayList<Variant>();
        for (PromptRef ref : refs) {
            for (ModelId model : models) {
                variants.add(new Variant(ref, model, parameters));
            }
        }
        return variants;
    }
}
