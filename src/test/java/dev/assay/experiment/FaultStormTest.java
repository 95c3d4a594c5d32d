package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.RunSettings;
import dev.assay.history.SqlRunHistory;
import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.pricing.PriceTable;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.provider.LlmGateway;
import dev.assay.settings.ApiKey;
import dev.assay.settings.CallLimits;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run against a server that fails two calls of five, in every way: nothing is lost, and nothing is paid twice. */
@Timeout(60)
class FaultStormTest {
    private static final int CALLS = 200;
    private static final int AT_ONCE = 16;
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final BigDecimal COST = new BigDecimal("0.001");
    private static final String GOOD =
            "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"},"
                    + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":1,\"cost\":"
                    + COST
                    + "}}";

    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger good = new AtomicInteger();

    /** Of twenty calls four are too many, two in trouble, one cut and one malformed. */
    private MockResponse answer() {
        return switch (requests.getAndIncrement() * 7 % 20) {
            case 0, 5, 10, 15 -> refusal(429);
            case 3, 13 -> refusal(503);
            case 8 ->
                new MockResponse.Builder()
                        .body(GOOD)
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build();
            case 18 -> new MockResponse.Builder().body("<html>gateway</html>").build();
            default -> {
                good.incrementAndGet();
                yield new MockResponse.Builder().body(GOOD).build();
            }
        };
    }

    private static MockResponse refusal(int status) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("retry-after-ms", "1")
                .body("{}")
                .build();
    }

    @Test
    void everyCallOfAStormEndsInOneOutcomeThatIsOnDiskAndPaidForOnce() throws IOException {
        var server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer();
            }
        });
        server.start();
        try (server) {
            List<Cell> cells = run(server);
            assertThat(cells).extracting(Cell::key).hasSize(CALLS).doesNotHaveDuplicates();
            List<Cell> answered = cells.stream()
                    .filter(cell -> cell.answer().outcome() instanceof Outcome.Completed)
                    .toList();
            assertThat(answered).hasSize(good.get()).hasSizeGreaterThan(CALLS / 2);
            assertThat(cells.stream()
                            .filter(cell -> cell.answer().cost() != null)
                            .map(cell -> cell.answer().cost().usd())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(COST.multiply(BigDecimal.valueOf(answered.size())));
            assertThat(cells.stream().mapToInt(FaultStormTest::tries).sum()).isEqualTo(requests.get());
        }
    }

    private static int tries(Cell cell) {
        return switch (cell.answer().outcome()) {
            case Outcome.Completed completed ->
                completed.response().failedAttempts().size() + 1;
            case Outcome.Failed failed -> failed.failedAttempts().size() + 1;
            case Outcome.Cancelled cancelled -> 0;
        };
    }

    /** The cells as they are read from disk after the run. */
    private List<Cell> run(MockWebServer server) {
        var settings = new ProviderSettings(
                        "house",
                        Dialect.OPENAI,
                        server.url("/v1").uri(),
                        new ApiKey.None(),
                        Map.of(),
                        List.of(),
                        AT_ONCE,
                        TIME,
                        TIME,
                        TIME)
                .withLimits(new CallLimits(AT_ONCE, 2));
        try (var gateway = new LlmGateway(List.of(settings), Map.of())) {
            String id;
            try (SqlRunHistory history = SqlRunHistory.open(folder, "test", notice -> {})) {
                var ids = new RunIds(InstantSource.system(), new Random(1));
                id = new ExperimentRunner(gateway, PriceTable.standard(), history, new OnePrompt(), ids)
                        .run(experiment(), RunListener.NONE)
                        .run()
                        .id();
            }
            try (SqlRunHistory history = SqlRunHistory.open(folder, "test", notice -> {})) {
                return history.cells(id);
            }
        }
    }

    private static Experiment experiment() {
        List<TestCase> cases = IntStream.range(0, CALLS)
                .mapToObj(i -> new TestCase(i, Map.of("q", "Question " + i), null))
                .toList();
        return new Experiment(
                "storm",
                List.of(new Variant(new PromptRef("p", null), new ModelId("house", "small"), ModelParameters.DEFAULTS)),
                new Dataset("d", List.of("q"), cases, "hash"),
                List.of(),
                null,
                1,
                new RunSettings(AT_ONCE, false, true, null, null));
    }

    private record OnePrompt() implements Bench {
        @Override
        public LoadedPrompt prompt(PromptRef ref) {
            String source = "---\ninput:\n  schema:\n    q: string\n---\n{{q}}";
            return new LoadedPrompt(
                    PromptTemplate.parse("prompts/p.prompt", source),
                    PartialSource.NONE,
                    Definitions.NONE,
                    null,
                    "blob");
        }

        @Override
        public List<Judge> judges(@Nullable ModelId model, List<Metric> metrics) {
            return List.of();
        }
    }
}
