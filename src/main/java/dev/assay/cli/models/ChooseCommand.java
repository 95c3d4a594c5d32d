package dev.assay.cli.models;

import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Verdicts;
import dev.assay.experiment.choice.ChoiceWish;
import dev.assay.experiment.choice.Complexity;
import dev.assay.experiment.choice.DefaultModels;
import dev.assay.experiment.choice.ModelChoice;
import dev.assay.history.RunHistory;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay models choose}: which model to take. */
@Command(
        name = "choose",
        description =
                "Proposes a model by what was measured in earlier runs: the cheapest that is shown to be not worse"
                        + " than the best by more than a margin, on the cases that both were scored on. Where too little was"
                        + " measured, models to begin with from a table of the makers' tiers, which are not measured.")
public final class ChooseCommand implements Runnable {
    private final Session session;

    @Option(names = "--prompt", paramLabel = "PROMPT", description = "By runs of this prompt. Default: by all runs.")
    private @Nullable String prompt;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "What is to be done, for the table: classification, code, summarisation, ...")
    private @Nullable String task;

    @Option(
            names = "--complexity",
            paramLabel = "HOW",
            defaultValue = "medium",
            description = "For the table: simple, medium or complex. Default: medium.")
    private String complexity = "medium";

    @Option(names = "--metric", paramLabel = "METRIC", description = "Judged by this. Default: the most used one.")
    private @Nullable String metric;

    @Option(
            names = "--margin",
            paramLabel = "X",
            description = "How much worse than the best is still not worse, 0 to 1. Default: " + Verdicts.DELTA + ".")
    private double margin = Verdicts.DELTA;

    @Option(names = "--max-cost-per-call", paramLabel = "USD", description = "Leave out models that cost more a call.")
    private @Nullable BigDecimal maxCost;

    @Option(
            names = "--max-p95-latency",
            paramLabel = "MS",
            description = "Leave out models of which 5 of 100 calls take longer, in milliseconds.")
    private @Nullable Double maxLatency;

    public ChooseCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        var wish = new ChoiceWish(margin, maxCost, maxLatency);
        String name = task == null ? DefaultModels.USUAL_TASK : task;
        DefaultModels defaults = DefaultModels.of(name, Complexity.of(complexity));
        try (var workbench = session.openWorkbench()) {
            String of = prompt == null ? null : PromptArgument.name(prompt);
            ModelChoice choice = choice(workbench.history(), of, wish);
            boolean asked = task != null;
            session.print(
                    ChoiceReport.json(choice, of, asked || !choice.isMeasured() ? defaults : null),
                    ChoiceReport.text(choice, of, asked || !choice.isMeasured() ? defaults : null));
        }
    }

    private ModelChoice choice(RunHistory history, @Nullable String of, ChoiceWish wish) {
        List<String> scored = metric == null ? history.scoredMetrics(of) : List.of(metric);
        return scored.isEmpty()
                ? new ModelChoice("", wish, List.of())
                : ModelChoice.of(scored.getFirst(), history.scoredAnswers(of, scored.getFirst()), wish);
    }
}
