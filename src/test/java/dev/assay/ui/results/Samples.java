package dev.assay.ui.results;

import dev.assay.experiment.Clusters;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.TestCase;
import dev.assay.experiment.Variant;
import dev.assay.experiment.VariantSummary;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunOrigin;
import dev.assay.history.RunSettings;
import dev.assay.history.RunStatus;
import dev.assay.history.RunVariant;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.llm.Adjustment;
import dev.assay.llm.CacheStatus;
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
import dev.assay.prompt.PromptRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs and cells to test screens with. */
public final class Samples {
    public static final ModelId BRIEF = ModelId.parse("offline/brief");
    public static final ModelId THOROUGH = ModelId.parse("offline/thorough");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Samples() {}

    public static Dataset dataset(int cases) {
        return new Dataset(
                "meetings",
                List.of("transcript"),
                IntStream.range(0, cases)
                        .mapToObj(i -> new TestCase(i, Map.of("transcript", "Meeting number " + i), null))
                        .toList(),
                "0".repeat(64));
    }

    public static Experiment experiment(int cases) {
        return new Experiment(
                "meeting/notes",
                List.of(
                        new Variant(PromptRef.parse("meeting/notes"), BRIEF, ModelParameters.DEFAULTS),
                        new Variant(PromptRef.parse("meeting/notes"), THOROUGH, ModelParameters.DEFAULTS)),
                dataset(cases),
                List.of("relevance").stream().map(Metric::of).toList(),
                BRIEF,
                1,
                new RunSettings(2, true, true, null, null));
    }

    public static Run run(Experiment experiment, RunStatus status) {
        return new Run(
                "20261123-120000-test",
                experiment.title(),
                NOON,
                status == RunStatus.RUNNING ? null : NOON.plusSeconds(9),
                status,
                null,
                IntStream.range(0, experiment.variants().size())
                        .mapToObj(i -> variant(i, experiment.variants().get(i)))
                        .toList(),
                experiment.dataset().name(),
                experiment.dataset().hash(),
                experiment.dataset().cases().size(),
                experiment.repeats(),
                experiment.metrics(),
                experiment.judge(),
                RunSettings.UNKNOWN,
                null);
    }

    private static RunVariant variant(int index, Variant variant) {
        return new RunVariant(
                String.valueOf((char) ('A' + index)),
                variant.prompt().name(),
                variant.prompt().revision(),
                "b".repeat(40),
                variant.model(),
                variant.parameters());
    }

    /** A finished cell that answers {@code text} and scores {@code relevance}. */
    public static Cell cell(int variant, int testCase, String text, double relevance) {
        var outcome = new Outcome.Completed(new ChatResponse(
                text,
                "",
                FinishReason.STOP,
                "stop",
                Usage.of(300, 112),
                new Latency(Duration.ZERO, Duration.ofMillis(1234), null, null),
                null,
                null,
                List.of(),
                new RawExchange("{\"a\":1}", "{\"b\":2}")));
        return cell(
                variant,
                testCase,
                outcome,
                List.of(new Score.Scored(
                        "relevance", BRIEF, relevance, 1 + 4 * relevance, "It is to the point", List.of())));
    }

    /** The same cell, answered by the cache, which saved a dime. */
    public static Cell cached(Cell cell) {
        return cached(cell, response(cell).withCache(CacheStatus.HIT));
    }

    /** The same cell with the answer to a similar question, which saved a dime. */
    public static Cell semantic(Cell cell) {
        var similar = new Adjustment(ChatResponse.SIMILARITY, "0.98", "0.991", "the answer to \u201cWhy so?\u201d");
        return cached(cell, response(cell).withAdjustments(List.of(similar)).withCache(CacheStatus.SEMANTIC));
    }

    private static ChatResponse response(Cell cell) {
        return ((Outcome.Completed) cell.answer().outcome()).response();
    }

    private static Cell cached(Cell cell, ChatResponse response) {
        Invocation paid = cell.answer();
        var answer = new Invocation(
                paid.id(),
                paid.operation(),
                paid.metric(),
                paid.startedAt(),
                paid.request(),
                new Outcome.Completed(response),
                new Cost(BigDecimal.ZERO, null),
                new BigDecimal("0.10"));
        return new Cell(cell.key(), cell.inputs(), cell.expected(), answer, cell.judgeCalls(), cell.scores());
    }

    /** A cell whose call failed. */
    public static Cell failed(int variant, int testCase, String message) {
        return cell(
                variant,
                testCase,
                new Outcome.Failed("rate_limited", message, 429, "", RawExchange.NONE, Duration.ofMillis(40)),
                List.of());
    }

    private static Cell cell(int variant, int testCase, Outcome outcome, List<Score> scores) {
        return new Cell(
                new CellKey(variant, testCase, 0),
                Map.of("transcript", "Meeting number " + testCase),
                null,
                new Invocation(
                        "call-" + variant + "-" + testCase,
                        Operation.CHAT,
                        null,
                        NOON,
                        new ChatRequest(
                                BRIEF,
                                List.of(
                                        Message.of(Role.SYSTEM, "You take notes."),
                                        Message.of(Role.USER, "Meeting number " + testCase)),
                                ModelParameters.DEFAULTS,
                                ResponseFormat.TEXT,
                                true),
                        outcome,
                        new Cost(new BigDecimal("0.0031"), null)),
                List.of(),
                scores);
    }

    /** The figures of these cells, roughly: enough to be shown. */
    public static Comparison comparison(Run run, List<Cell> cells) {
        return new Comparison(
                run,
                run.variants().stream()
                        .map(variant -> new VariantSummary(
                                variant,
                                run.cases(),
                                run.cases(),
                                0,
                                Map.of("relevance", 0.75),
                                600L,
                                224L,
                                new BigDecimal("0.0062"),
                                new BigDecimal("0.0062"),
                                BigDecimal.ZERO,
                                1234.0,
                                1300.0))
                        .toList(),
                List.of(),
                cells,
                Clusters.NONE);
    }

    /** The same run, made from another. */
    public static Run madeFrom(Run run, RunOrigin origin) {
        return new Run(
                run.id(),
                run.title(),
                run.startedAt(),
                run.finishedAt(),
                run.status(),
                run.stopReason(),
                run.variants(),
                run.dataset(),
                run.datasetHash(),
                run.cases(),
                run.repeats(),
                run.measured(),
                run.judge(),
                run.settings(),
                origin);
    }
}
