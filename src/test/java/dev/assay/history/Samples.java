package dev.assay.history;

import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.llm.Adjustment;
import dev.assay.llm.Attempt;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.llm.Usage;
import dev.assay.pricing.Cost;
import dev.assay.pricing.Listed;
import dev.assay.pricing.Price;
import dev.assay.pricing.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes runs and cells of every shape, the same ones for the same seed. */
final class Samples {
    private static final String LETTERS = "abc XYZ\n\t'\"\\;%_:?\u00e4\u20ac\ud83d\ude00";

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    /** A run of two variants with everything set that can be set. */
    static Run run(String id, Instant startedAt) {
        return new Run(
                id,
                "triage: 2 variants",
                startedAt,
                null,
                RunStatus.RUNNING,
                null,
                List.of(
                        new RunVariant(
                                "A", "support/triage", null, "b1", model("offline/brief"), ModelParameters.DEFAULTS),
                        new RunVariant(
                                "B",
                                "support/triage.short",
                                "0123456789abcdef0123456789abcdef01234567",
                                "b2",
                                model("lab/org/model:7b"),
                                new ModelParameters(0.1, 0.95, 40, 512, -7L, List.of("END", "\n"), 8192))),
                "tickets",
                "ab".repeat(32),
                20,
                3,
                List.of("relevance", "coherence").stream().map(Metric::of).toList(),
                model("offline/brief"),
                RunSettings.UNKNOWN,
                null);
    }

    /** A cell with nothing set that need not be. */
    static Cell minimalCell(CellKey key) {
        var request = new ChatRequest(
                model("offline/brief"),
                List.of(Message.of(Role.USER, "Hi")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);
        var response = new ChatResponse(
                "",
                "",
                FinishReason.UNKNOWN,
                null,
                Usage.UNKNOWN,
                new Latency(Duration.ZERO, Duration.ofNanos(1), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE);
        var answer = new Invocation(
                "i", Operation.CHAT, null, Instant.EPOCH, request, new Outcome.Completed(response), null);
        return new Cell(key, Map.of(), null, answer, List.of(), List.of());
    }

    /** Any cell at all. */
    Cell cell(CellKey key) {
        var judgeCalls = listOf(3, () -> invocation(Operation.JUDGE, text()));
        return new Cell(
                key, inputs(), maybe(this::text), invocation(Operation.CHAT, null), judgeCalls, listOf(3, this::score));
    }

    private Invocation invocation(Operation operation, String metric) {
        return new Invocation(
                "id" + random.nextLong(),
                operation,
                metric,
                instant(),
                request(),
                outcome(),
                maybe(this::cost),
                maybe(this::money));
    }

    private ChatRequest request() {
        var messages = Stream.concat(Stream.of(message()), listOf(3, this::message).stream())
                .toList();
        return new ChatRequest(
                model("lab/" + random.nextInt(9)),
                messages,
                parameters(),
                random.nextBoolean() ? List.of() : List.of(new Tool("look_up", text(), "{}")),
                any(new ToolChoice[] {
                    ToolChoice.AUTO, new ToolChoice.None(), new ToolChoice.Required(), new ToolChoice.Named("look_up")
                }),
                format(),
                random.nextBoolean(),
                random.nextInt(3));
    }

    private Message message() {
        var parts =
                new ArrayList<ContentPart>(listOf(2, () -> new ContentPart.Media("data:" + text(), maybe(this::text))));
        parts.add(new ContentPart.Text(text()));
        Role role = any(Role.values());
        switch (role) {
            case ASSISTANT -> {
                parts.add(new ContentPart.Reasoning(text(), maybe(this::text), random.nextBoolean()));
                parts.add(new ContentPart.ToolCall(text(), "look_up", "{\"q\": 1}"));
            }
            case TOOL -> parts.add(new ContentPart.ToolResult(text(), "look_up", text(), random.nextBoolean()));
            default -> parts.add(new ContentPart.Media("data:" + text(), null));
        }
        return Message.of(role, parts);
    }

    private ModelParameters parameters() {
        return new ModelParameters(
                maybe(random::nextDouble),
                maybe(() -> 1 - random.nextDouble()),
                maybe(() -> 1 + random.nextInt(99)),
                maybe(() -> 1 + random.nextInt(99)),
                maybe(random::nextLong),
                listOf(3, this::text),
                maybe(() -> 1 + random.nextInt(99)),
                maybe(() -> random.nextDouble(-2, 2)),
                maybe(() -> random.nextDouble(-2, 2)),
                maybe(() -> any(ReasoningEffort.values())));
    }

    private ResponseFormat format() {
        return switch (random.nextInt(3)) {
            case 0 -> ResponseFormat.TEXT;
            case 1 -> new ResponseFormat.JsonObject();
            default -> new ResponseFormat.JsonSchema("shape", "{\"type\": \"object\"}");
        };
    }

    private Outcome outcome() {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Outcome.Failed("rate_limited", text(), maybe(() -> 429), text(), raw(), duration(), attempts());
            case 1 -> new Outcome.Cancelled(text());
            default -> new Outcome.Completed(response());
        };
    }

    private ChatResponse response() {
        return new ChatResponse(
                text(),
                text(),
                listOf(2, () -> new ContentPart.ToolCall(text(), "look_up", "{\"q\": 1}")),
                List.of(),
                any(FinishReason.values()),
                maybe(this::text),
                usage(),
                new Latency(duration(), duration(), maybe(this::duration), maybe(this::duration)),
                maybe(this::text),
                maybe(this::text),
                listOf(3, () -> new Adjustment(text(), maybe(this::text), maybe(this::text), text())),
                attempts(),
                any(CacheStatus.values()),
                raw());
    }

    private List<Attempt> attempts() {
        return listOf(2, () -> new Attempt(model("lab/" + random.nextInt(9)), text(), text(), duration(), duration()));
    }

    private Usage usage() {
        return new Usage(
                maybe(this::count),
                maybe(this::count),
                maybe(this::count),
                maybe(this::count),
                maybe(this::count),
                maybe(this::money),
                maybe(this::count),
                maybe(this::count),
                maybe(this::text));
    }

    private Cost cost() {
        return new Cost(
                money(),
                maybe(() -> new Price(money(), money(), maybe(this::money), maybe(this::money))),
                maybe(() -> new Listed(
                        money(),
                        Tier.values()[random.nextInt(2)],
                        maybe(() -> LocalDate.ofEpochDay(random.nextInt(30_000))))));
    }

    private Score score() {
        var judge = model("judge/" + random.nextInt(9));
        return random.nextBoolean()
                ? new Score.Scored("m" + text(), judge, random.nextDouble(), random.nextInt(5), text(), List.of())
                : new Score.Unscored("m" + text(), judge, text(), text(), List.of());
    }

    private Map<String, Object> inputs() {
        var inputs = new LinkedHashMap<String, Object>();
        inputs.put("text", text());
        inputs.put("number", random.nextInt());
        inputs.put("large", (1L << 40) + random.nextInt());
        inputs.put("share", random.nextDouble());
        inputs.put("flag", random.nextBoolean());
        inputs.put("nothing", null);
        inputs.put("list", Arrays.asList("a", 1, null, Map.of("k", List.of())));
        return inputs;
    }

    private RawExchange raw() {
        return new RawExchange(text(), random.nextBoolean() ? text() : text().repeat(2_000), maybe(this::text));
    }

    private BigDecimal money() {
        return BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(14) - 1);
    }

    private Long count() {
        return random.nextLong(1L << 40);
    }

    private Duration duration() {
        return Duration.ofNanos(random.nextLong(1L << 50));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(1L << 32), random.nextInt(1_000_000_000));
    }

    private String text() {
        int[] points = LETTERS.codePoints().toArray();
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> Character.toString(points[random.nextInt(points.length)]))
                .reduce("", String::concat);
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> listOf(int atMost, Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(atMost + 1)).toList();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static ModelId model(String id) {
        return ModelId.parse(id);
    }
}
