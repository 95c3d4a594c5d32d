package dev.assay.exchange.results;

import dev.assay.experiment.Clusters;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.Verdict;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunSettings;
import dev.assay.history.RunStatus;
import dev.assay.history.RunVariant;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Usage;
import dev.assay.pricing.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A run of two variants on one case: A was answered and scored, B failed at a provider without prices. */
public final class SampleComparison {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final ModelId OFFLINE = new ModelId("offline", "brief");
    private static final ModelId LOCAL = new ModelId("local", "tiny");

    private SampleComparison() {}

    /** The same, judged by the model of variant B. */
    public static Comparison judgedByItsOwnKind() {
        Run run = run();
        return new Comparison(
                new Run(
                        run.id(),
                        run.title(),
                        run.startedAt(),
                        run.finishedAt(),
                        run.status(),
                        null,
                        run.variants(),
                        run.dataset(),
                        run.datasetHash(),
                        run.cases(),
                        run.repeats(),
                        run.measured(),
                        LOCAL,
                        RunSettings.UNKNOWN,
                        null),
                List.of(answered(), failed()),
                List.of(verdict()),
                List.of(answer()),
                Clusters.NONE);
    }

    public static Comparison create() {
        return new Comparison(
                run(),
                List.of(answered(), failed()),
                List.of(verdict()),
                List.of(answer(), failure(0, "No connection to local")),
                Clusters.NONE);
    }

    private static Run run() {
        var variants = List.of(
                new RunVariant("A", "notes", "0123456789abcdef", "b1", OFFLINE, ModelParameters.DEFAULTS),
                new RunVariant("B", "notes", null, "b2", LOCAL, ModelParameters.DEFAULTS));
        return new Run(
                "20261123-100000-aaaa",
                "notes",
                START,
                START.plusSeconds(2),
                RunStatus.FINISHED,
                null,
                variants,
                "meetings",
                "ab12",
                1,
                1,
                List.of("relevance", "coherence").stream().map(Metric::of).toList(),
                OFFLINE,
                RunSettings.UNKNOWN,
                null);
    }

    private static VariantSummary answered() {
        return new VariantSummary(
                run().variants().get(0),
                1,
                1,
                0,
                Map.of("relevance", 0.75),
                1200L,
                30L,
                new BigDecimal("0.00001"),
                new BigDecimal("0.00001"),
                BigDecimal.ZERO,
                12.0,
                12_500.0);
    }

    private static VariantSummary failed() {
        return new VariantSummary(run().variants().get(1), 1, 0, 1, Map.of(), null, null, null, null, null, null, null);
    }

    private static Verdict verdict() {
        return new Verdict(
                Verdict.Kind.TOO_FEW_CASES,
                "relevance",
                "A",
                "B",
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                "Too few cases.");
    }

    private static Cell answer() {
        var response = new ChatResponse(
                "Ship it, said \"Anna\",\nand left.",
                "",
                FinishReason.STOP,
                "stop",
                Usage.of(1200, 30),
                new Latency(Duration.ZERO, Duration.ofMillis(12), null, Duration.ofMillis(5)),
                null,
                null,
                List.of(),
                RawExchange.NONE);
        var scored = new Score.Scored("relevance", OFFLINE, 0.75, 4, "To the point.", List.of());
        var unscored = new Score.Unscored("coherence", OFFLINE, "the reply has no score", "??", List.of());
        return new Cell(
                new CellKey(0, 0, 0),
                Map.of("title", "Launch, part 2"),
                "Ship it",
                invocation(OFFLINE, new Outcome.Completed(response), new Cost(new BigDecimal("0.00001"), null)),
                List.of(),
                List.of(scored, unscored));
    }

    /** A cell of variant B that got no answer. */
    public static Cell failure(int testCase, String message) {
        var outcome = new Outcome.Failed("unreachable", message, null, "", RawExchange.NONE, Duration.ofMillis(3));
        return new Cell(
                new CellKey(1, testCase, 0),
                Map.of("title", "Launch, part 2"),
                "Ship it",
                invocation(LOCAL, outcome, null),
                List.of(),
                List.of());
    }

    private static Invocation invocation(ModelId model, Outcome outcome, Cost cost) {
        var request = new ChatRequest(
                model,
                List.of(Message.of(Role.USER, "Summarise")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);
        return new Invocation("i-" + model.model(), Operation.CHAT, null, START, request, outcome, cost);
    }
}
