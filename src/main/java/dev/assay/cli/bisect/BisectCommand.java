package dev.assay.cli.bisect;

import dev.assay.cli.comparing.JudgeOptions;
import dev.assay.cli.comparing.RunOptions;
import dev.assay.cli.comparing.WatchedRun;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.bisect.Bisected;
import dev.assay.experiment.bisect.Bisected.Outcome;
import dev.assay.history.RunSettings;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.git.PromptRevision;
import dev.assay.workbench.DefaultMetrics;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.bisect.PromptBisection;
import dev.assay.workbench.bisect.PromptBisection.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay bisect}: which commit broke a case, or made a prompt's mean score fall. */
@Command(
        name = "bisect",
        description = {
            "Finds the commit of a prompt at which its mean score fell below a bound, or which broke one case: runs the"
                    + " newest commit, goes back until one is good, then halves. Each is a run in history; answers that"
                    + " the cache keeps are not paid for again.",
            "At the end the last good commit is held against the one that was found, which tells whether chance may have"
                    + " done it."
        })
public final class BisectCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "PROMPT", description = "A prompt.")
    private String prompt = "";

    @Option(names = "--dataset", required = true, paramLabel = "DATASET", description = "A name or a file of cases.")
    private String dataset = "";

    @Option(
            names = "--case",
            paramLabel = "N",
            description = "This case alone, counted from 1. Default: the mean of all cases.")
    private @Nullable Integer only;

    @Option(
            names = "--model",
            paramLabel = "PROVIDER/MODEL",
            description = "The model that answers. Default: the one that the prompt names.")
    private @Nullable String model;

    @Option(
            names = "--below",
            paramLabel = "X",
            description = "A mean score below it is bad, 0 to 1. Default: the threshold of the metric, which is 1 for"
                    + " what holds or does not, such as contains:TEXT.")
    private @Nullable Double below;

    @Option(
            names = "--good",
            paramLabel = "REV",
            description = "Go back to this commit at most. Default: to the prompt's first.")
    private @Nullable String oldest;

    @Option(names = "--bad", paramLabel = "REV", description = "Begin at this commit. Default: the newest.")
    private @Nullable String newest;

    @Mixin
    private final JudgeOptions judging = new JudgeOptions();

    @Mixin
    private final RunOptions running = new RunOptions();

    public BisectCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        String name = PromptArgument.name(prompt);
        try (var workbench = session.openWorkbench()) {
            Question question = question(workbench, name);
            workbench.gateway().requireModel(question.model());
            var bisection = new PromptBisection(
                    question,
                    experiment -> WatchedRun.of(
                            session,
                            workbench,
                            progress -> workbench.compare(experiment, CellChoice.MISSING, new RunControl(), progress)),
                    session.terminal()::note);
            Bisected<PromptRevision> found = bisection.among(revisions(workbench, name));
            Comparison proof =
                    found.outcome() == Outcome.FOUND && question.settings().cache()
                            ? bisection.compare(
                                    found.good().orElseThrow(), found.suspects().getFirst())
                            : null;
            var report = new BisectReport(question, found, proof);
            session.print(report.json(), report.lines());
        }
    }

    private Question question(Workbench workbench, String name) {
        var ref = new PromptRef(name, null);
        String named = model == null ? workbench.template(ref).frontMatter().model() : model;
        if (named == null) {
            throw new InputException("Prompt " + name + " names no model: name one with --model PROVIDER/MODEL");
        }
        ModelId answering = ModelId.parse(named);
        JudgeOptions.Choice judge =
                judging.choose(List.of(answering), session.judges(), () -> DefaultMetrics.of(List.of(ref), workbench));
        if (judge.metrics().size() != 1) {
            throw new InputException("Name one metric to search by with --metric, such as relevance or contains:TEXT; "
                    + (judge.metrics().isEmpty()
                            ? "there is none"
                            : "there are " + String.join(", ", Metric.names(judge.metrics()))));
        }
        Metric metric = judge.metrics().getFirst();
        RunSettings settings = running.settings(workbench);
        if (running.only() != null || running.estimate() || settings.stopWhenSettled() != null) {
            throw new InputException("--only, --estimate and --stop-when-settled have no meaning here: how many commits"
                    + " are run is known at the end");
        }
        return new Question(
                name, answering, cases(workbench), metric, judge.model(), bound(metric), running.repeats(), settings);
    }

    private double bound(Metric metric) {
        Double bound = below == null ? metric.threshold() : below;
        if (bound == null) {
            throw new InputException("Say with --below from what score on " + metric.name()
                    + " is bad, such as --below 0.7: the metric has no threshold");
        }
        return bound;
    }

    private Dataset cases(Workbench workbench) {
        Dataset all = workbench.dataset(dataset);
        if (only == null) {
            return all;
        }
        if (only < 1 || only > all.cases().size()) {
            throw new InputException("There is no case " + only + ": " + all.name() + " has "
                    + all.cases().size());
        }
        return all.only(only - 1);
    }

    /** The commits of the prompt that have it, the oldest first. */
    private List<PromptRevision> revisions(Workbench workbench, String name) {
        List<PromptRevision> log = workbench.registry().log(name).stream()
                .filter(revision -> !revision.blobId().isEmpty())
                .toList();
        if (log.isEmpty()) {
            throw new InputException("Prompt " + name + " is not committed yet: there is nothing to search");
        }
        int from = newest == null ? 0 : index(log, newest, name);
        int to = oldest == null ? log.size() - 1 : index(log, oldest, name);
        if (from > to) {
            throw new InputException("--good " + oldest + " is newer than --bad " + newest);
        }
        return log.subList(from, to + 1).reversed();
    }

    private static int index(List<PromptRevision> log, String commit, String name) {
        for (int i = 0; i < log.size(); i++) {
            if (commit.length() >= 4 && log.get(i).commitId().startsWith(commit)) {
                return i;
            }
        }
        throw new InputException("Commit " + commit + " did not change " + name + ": see assay prompts log " + name);
    }
}
