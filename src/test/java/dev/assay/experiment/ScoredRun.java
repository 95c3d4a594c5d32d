package dev.assay.experiment;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds a run judged by relevance, cell by cell. */
public final class ScoredRun {
    static final ModelId MODEL = ModelId.parse("offline/brief");
    private final int variants;
    private final int cases;
    private final int repeats;
    private final List<Cell> cells = new ArrayList<>();
    private Metric metric = Metric.of("relevance");
    private Clusters clusters = Clusters.NONE;
    private final List<String> blobs = new ArrayList<>(List.of("blob", "blob", "blob"));

    public ScoredRun(int variants, int cases, int repeats) {
        this.variants = variants;
        this.cases = cases;
        this.repeats = repeats;
    }

    /** Two variants, one repeat: scores of A and of B by case; NaN stands for a judge's reply that gave no score. */
    public static ScoredRun of(double[] a, double[] b) {
        ScoredRun run = new ScoredRun(2, a.length, 1);
        for (int i = 0; i < a.length; i++) {
            run.scored(0, i, 0, a[i]).scored(1, i, 0, b[i]);
        }
        return run;
    }

    /** Says that the scores, called relevance all the same, come from another kind of judge. */
    public ScoredRun measuredBy(String type) {
        return measuredBy(type, type.equals("pairwise") ? Map.of() : Map.of("value", "x"));
    }

    /** The same with settings. */
    public ScoredRun measuredBy(String type, Map<String, Object> settings) {
        metric = new Metric("relevance", type, settings, null);
        return this;
    }

    /** Says which cases share a source, by case. */
    public ScoredRun sharing(List<String> sources) {
        clusters = new Clusters(IntStream.range(0, sources.size())
                .boxed()
                .collect(Collectors.toMap(Function.identity(), sources::get)));
        return this;
    }

    /** Gives a variant a text of its own. */
    public ScoredRun text(int variant, String blobId) {
        blobs.set(variant, blobId);
        return this;
    }

    public ScoredRun scored(int variant, int testCase, int repeat, double score) {
        return answered(variant, testCase, repeat, score, Usage.of(10, 5), new BigDecimal("0.001"), 100);
    }

    public ScoredRun answered(
            int variant, int testCase, int repeat, double score, Usage usage, @Nullable BigDecimal usd, long millis) {
        var outcome = new Outcome.Completed(new ChatResponse(
                "text",
                "",
                FinishReason.STOP,
                null,
                usage,
                new Latency(Duration.ZERO, Duration.ofMillis(millis), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE));
        Score judged = Double.isNaN(score)
                ? new Score.Unscored("relevance", MODEL, "unreadable", "?", List.of())
                : new Score.Scored("relevance", MODEL, score, 1 + 4 * score, "", List.of());
        return add(variant, testCase, repeat, outcome, usd, List.of(judged));
    }

    /** A score with the reason that the judge gave for it. */
    public ScoredRun reasoned(int variant, int testCase, double score, String reason) {
        scored(variant, testCase, 0, score);
        Cell last = cells.removeLast();
        cells.add(new Cell(
                last.key(),
                last.inputs(),
                null,
                last.answer(),
                List.of(),
                List.of(new Score.Scored("relevance", MODEL, score, 1 + 4 * score, reason, List.of()))));
        return this;
    }

    public ScoredRun failed(int variant, int testCase, int repeat) {
        var outcome =
                new Outcome.Failed("overloaded", "overloaded", 503, "", RawExchange.NONE, Duration.ofMillis(9000));
        return add(variant, testCase, repeat, outcome, null, List.of());
    }

    private ScoredRun add(
            int variant, int testCase, int repeat, Outcome outcome, @Nullable BigDecimal usd, List<Score> scores) {
        var key = new CellKey(variant, testCase, repeat);
        var request = new ChatRequest(
                MODEL, List.of(Message.of(Role.USER, "hi")), ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
        Cost cost = usd == null ? null : new Cost(usd, null);
        var answer = new Invocation(key.toString(), Operation.CHAT, null, Instant.EPOCH, request, outcome, cost);
        cells.add(new Cell(key, Map.of(), null, answer, List.of(), scores));
        return this;
    }

    public Comparison compare() {
        return compare(RunStatus.FINISHED);
    }

    public Comparison compare(RunStatus status) {
        return Comparison.of(
                new Run(
                        "r",
                        "title",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        status,
                        null,
                        List.of("A", "B", "C").subList(0, variants).stream()
                                .map(label -> new RunVariant(
                                        label,
                                        "p",
                                        null,
                                        blobs.get(label.charAt(0) - 'A'),
                                        MODEL,
                                        ModelParameters.DEFAULTS))
                                .toList(),
                        "d",
                        "hash",
                        cases,
                        repeats,
                        List.of(metric),
                        ModelId.parse("offline/thorough"),
                        RunSettings.UNKNOWN,
                        null),
                cells,
                clusters);
    }

    public Verdict verdict() {
        return compare().verdicts().getFirst();
    }
}
