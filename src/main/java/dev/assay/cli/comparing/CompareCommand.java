package dev.assay.cli.comparing;

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
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay compare}: prompts x models on a dataset, judged. */
@Command(
        name = "compare",
        description = "Runs every prompt on every model over the cases of a dataset, and compares them.")
public final class CompareCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--prompt",
            required = true,
            paramLabel = "PROMPT[@REV]",
            description = "A prompt; may be given many times. The first variant is the baseline.")
    private List<String> prompts = List.of();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "PROVIDER/MODEL",
            description = "A model; may be given many times.")
    private List<String> models = List.of();

    @Option(names = "--dataset", required = true, paramLabel = "DATASET", description = "A name or a file of cases.")
    private String dataset = "";

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
        List<PromptRef> refs = prompts.stream().map(PromptArgument::parse).toList();
        List<ModelId> ids = models.stream().map(ModelId::parse).toList();
        JudgeOptions.Choice judge = judging.choose(ids);
        List<String> names = Metric.names(judge.metrics());
        gating.check(names);
        List<ReportTarget> targets = reports.stream()
                .map(report -> ReportTarget.parse(report, session::path))
                .toList();
        List<Variant> variants = variants(refs, ids, running.parameters());
        try (var workbench = session.openWorkbench()) {
            Dataset cases = workbench.dataset(dataset);
            var candidate = new Candidate(variants, cases.name(), cases.hash(), names, judge.model());
            List<Gate> gates = gating.gates(candidate, workbench);
            var experiment = new Experiment(
                    title == null ? title(refs) : title,
                    variants,
                    cases,
                    judge.metrics(),
                    judge.model(),
                    running.repeats(),
                    running.settings(workbench));
            String column = running.only();
            CellChoice choice =
                    column == null ? CellChoice.MISSING : CellChoice.MISSING.of(Columns.index(column, variants.size()));
            return new ComparisonRun(session, workbench).run(experiment, choice, gates, targets);
        }
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
