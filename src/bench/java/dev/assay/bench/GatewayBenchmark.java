package dev.assay.bench;

import dev.assay.history.RunSettings;
import dev.assay.experiment.Bench;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.ExperimentRunner;
import dev.assay.experiment.LoadedPrompt;
import dev.assay.experiment.RunIds;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.TestCase;
import dev.assay.experiment.Variant;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.SqlRunHistory;
import dev.assay.history.Outcome;
import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
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
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway costs and bears, against a fake server on loopback: a run of many calls from the first to the last
 * over the time that the calls themselves need; the time added to a call over bare OkHttp; many streams at once; and a
 * storm of failures.
 */
public final class GatewayBenchmark {
    private static final int CALLS = 2_000;
    private static final long LATENCY = 100;
    private static final ModelId MODEL = new ModelId("fake", "small");
    private static final Duration LONG = Duration.ofMinutes(2);

    private GatewayBenchmark() {}

    /**
     * Prints figures.
     *
     * @param arguments which: any of run, latency, streams, cancel, storm, command; all where there are none
     */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = arguments.length == 0
                ? List.of("run", "latency", "streams", "cancel", "storm", "command")
                : List.of(arguments);
        for (String what : wanted) {
            switch (what) {
                case "run" -> runs();
                case "latency" -> latency();
                case "streams" -> streams(1_000, 200, 50);
                case "cancel" -> cancel(100);
                case "storm" -> storm();
                case "command" -> CommandBenchmark.run(CALLS, LATENCY);
                default -> throw new IllegalArgumentException(what);
            }
        }
        System.exit(0);
    }

    private static void runs() throws Exception {
        try (var server = new FakeServer(FakeServer.after(LATENCY, OpenAiAnswers.good()))) {
            runOf(server.url(), 200, 32, new Span());
            for (int concurrency : List.of(4, 32, 128)) {
                int before = server.requests.get();
                var span = new Span();
                Comparison comparison = runOf(server.url(), CALLS, concurrency, span);
                double ideal = CALLS * LATENCY / (double) concurrency;
                print(
                        "run at %d: %.0f ms from first to last, %.3f of calls x latency / concurrency; %d durable, %d sent",
                        concurrency,
                        span.millis(),
                        span.millis() / ideal,
                        completed(comparison).size(),
                        server.requests.get() - before);
            }
        }
    }

    /** From the first call's begin until the last result is on disk. */
    private static final class Span implements RunListener {
        private final AtomicLong first = new AtomicLong();
        private final AtomicLong last = new AtomicLong();

        @Override
        public void cellStarted(CellKey key) {
            first.compareAndSet(0, System.nanoTime());
        }

        @Override
        public void cellFinished(Cell cell) {
            last.set(System.nanoTime());
        }

        double millis() {
            return (last.get() - first.get()) / 1e6;
        }
    }

    /** A run whose cells are read back from a history on disk that was closed meanwhile. */
    private static Comparison runOf(URI url, int calls, int concurrency, RunListener listener) throws Exception {
        Path folder = Files.createTempDirectory("assay-bench");
        try (var gateway = new LlmGateway(List.of(settings(url, concurrency)), Map.of())) {
            Comparison comparison;
            try (SqlRunHistory history = SqlRunHistory.open(folder, "bench", System.err::println)) {
                var ids = new RunIds(InstantSource.system(), new Random(1));
                var runner = new ExperimentRunner(gateway, PriceTable.standard(), history, new OnePrompt(), ids);
                comparison = runner.run(experiment(calls, concurrency), listener);
            }
            try (SqlRunHistory history = SqlRunHistory.open(folder, "bench", System.err::println)) {
                return Comparison.of(
                        comparison.run(), history.cells(comparison.run().id()));
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static Experiment experiment(int calls, int concurrency) {
        List<TestCase> cases = IntStream.range(0, calls)
                .mapToObj(i -> new TestCase(i, Map.of("q", "Question " + i), null))
                .toList();
        return new Experiment(
                "bench",
                List.of(new Variant(new PromptRef("p", null), MODEL, ModelParameters.DEFAULTS)),
                new Dataset("d", List.of("q"), cases, "hash"),
                List.of(),
                null,
                1, new RunSettings(concurrency, false, true, null, null));
    }

    private record OnePrompt() implements Bench {
        @Override
        public LoadedPrompt prompt(PromptRef ref) {
            String source = "---\ninput:\n  schema:\n    q: string\n---\nAnswer this: {{q}}";
            return new LoadedPrompt(PromptTemplate.parse("prompts/p.prompt", source), PartialSource.NONE, Definitions.NONE, null, "blob");
        }

        @Override
        public List<Judge> judges(@Nullable ModelId model, List<Metric> metrics) {
            return List.of();
        }
    }

    private static List<ChatResponse> completed(Comparison comparison) {
        List<ChatResponse> responses = new ArrayList<>();
        for (Cell cell : comparison.cells()) {
            if (cell.answer().outcome() instanceof Outcome.Completed done) {
                responses.add(done.response());
            }
        }
        return responses;
    }

    private static ProviderSettings settings(URI url, int concurrency) {
        return new ProviderSettings(
                        MODEL.provider(),
                        Dialect.OPENAI,
                        url,
                        new ApiKey.None(),
                        Map.of(),
                        List.of(),
                        concurrency,
                        LONG,
                        LONG,
                        LONG)
                .withLimits(new CallLimits(concurrency, 2));
    }

    private static ChatRequest request(String text, boolean stream) {
        return new ChatRequest(
                MODEL,
                List.of(Message.of(Role.USER, text)),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                stream);
    }

    /** Calls of both kinds by turns, so that the machine's moods fall on both. */
    private static void latency() throws Exception {
        try (var server = new FakeServer(FakeServer.after(5, OpenAiAnswers.good()));
                var gateway = new LlmGateway(List.of(settings(server.url(), 4)), Map.of())) {
            var client = new OkHttpClient();
            String body = gateway.chat(request("Hello", false), ChatListener.NONE).raw().request();
            List<Double> bare = new ArrayList<>();
            List<Double> through = new ArrayList<>();
            for (int i = 0; i < 1_500; i++) {
                long begin = System.nanoTime();
                var call = new Request.Builder()
                        .url(server.url() + "/chat/completions")
                        .post(RequestBody.create(body, MediaType.get("application/json")))
                        .build();
                try (var response = client.newCall(call).execute()) {
                    response.body().string();
                }
                long middle = System.nanoTime();
                gateway.chat(request("Hello", false), ChatListener.NONE);
                if (i >= 500) {
                    bare.add((middle - begin) / 1e6);
                    through.add((System.nanoTime() - middle) / 1e6);
                }
            }
            print(
                    "latency: bare %.3f ms, gateway %.3f ms, added %.3f ms a call (medians)",
                    median(bare),
                    median(through),
                    median(through) - median(bare));
        }
    }

    private static void streams(int streams, int tokens, long millis) throws Exception {
        var heard = new AtomicLong();
        var failed = new AtomicInteger();
        var done = new CountDownLatch(streams);
        try (var server = new FakeServer(OpenAiAnswers.stream(tokens, millis));
                var gateway = new LlmGateway(List.of(settings(server.url(), streams)), Map.of())) {
            long begin = System.nanoTime();
            for (int i = 0; i < streams; i++) {
                Thread.startVirtualThread(() -> {
                    try {
                        gateway.chat(request("Tell me", true), delta -> heard.incrementAndGet());
                    } catch (RuntimeException e) {
                        failed.incrementAndGet();
                    } finally {
                        done.countDown();
                    }
                });
            }
            List<Double> heaps = new ArrayList<>();
            while (heard.get() < (long) streams * tokens * 95 / 100 && failed.get() == 0) {
                Thread.sleep(tokens * millis / 5);
                heaps.add(liveHeap());
            }
            done.await();
            print(
                    "%d streams: %d of %d tokens heard, %d failed, %.2f of the time the server takes, %d connections;"
                            + " live heap %s MB while they ran, %.0f MB after",
                    streams,
                    heard.get(),
                    (long) streams * tokens,
                    failed.get(),
                    (System.nanoTime() - begin) / 1e6 / (tokens * millis),
                    server.mostConnections.get(),
                    heaps.stream().map(heap -> String.format(Locale.ROOT, "%.0f", heap)).toList(),
                    liveHeap());
        }
    }

    /** From the interruption of a call in the middle of its stream until the server sees its connection closed. */
    private static void cancel(int times) throws Exception {
        List<Double> ended = new ArrayList<>();
        List<Double> closed = new ArrayList<>();
        try (var server = new FakeServer(OpenAiAnswers.stream(10_000, 1));
                var gateway = new LlmGateway(List.of(settings(server.url(), 4)), Map.of())) {
            for (int i = 0; i < times; i++) {
                var begun = new CountDownLatch(20);
                Thread caller = Thread.startVirtualThread(() -> {
                    try {
                        gateway.chat(request("Tell me", true), delta -> begun.countDown());
                    } catch (RuntimeException e) {
                        // Cancelled, as it should be.
                    }
                });
                begun.await();
                long interrupted = System.nanoTime();
                caller.interrupt();
                caller.join();
                ended.add((System.nanoTime() - interrupted) / 1e6);
                while (server.connections.get() > 0) {
                    Thread.sleep(0, 100_000);
                }
                closed.add((System.nanoTime() - interrupted) / 1e6);
            }
        }
        print(
                "cancel: the call ends after %.1f ms, the server sees it after %.1f ms (medians of %d; at most %.1f and %.1f ms)",
                median(ended),
                median(closed),
                times,
                ended.stream().max(Double::compare).orElseThrow(),
                closed.stream().max(Double::compare).orElseThrow());
    }

    private static void storm() throws Exception {
        var storm = new OpenAiAnswers.Storm();
        try (var calm = new FakeServer(FakeServer.after(1, OpenAiAnswers.good()))) {
            runOf(calm.url(), 100, 32, new Span());
        }
        Thread.sleep(500);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        try (var server = new FakeServer(storm)) {
            Comparison comparison = runOf(server.url(), CALLS, 32, new Span());
            List<ChatResponse> completed = completed(comparison);
            var keys = new HashSet<CellKey>();
            comparison.cells().forEach(cell -> keys.add(cell.key()));
            BigDecimal cost = BigDecimal.ZERO;
            for (Cell cell : comparison.cells()) {
                cost = cell.answer().cost() == null ? cost : cost.add(cell.answer().cost().usd());
            }
            Thread.sleep(500);
            print(
                    "storm: %d calls, %d outcomes, %d answers, %d failures of %d requests; %d good answers sent (%d twice);"
                            + " cost %s where one a call is %s; %d tries told; threads %d before and %d after;"
                            + " %d connections at most, %d after",
                    CALLS,
                    keys.size(),
                    completed.size(),
                    comparison.cells().size() - completed.size(),
                    server.requests.get(),
                    storm.good.get(),
                    storm.answeredTwice.get(),
                    cost,
                    new BigDecimal(OpenAiAnswers.COST).multiply(BigDecimal.valueOf(completed.size())),
                    completed.stream().mapToInt(response -> response.failedAttempts().size()).sum(),
                    threads,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    server.mostConnections.get(),
                    server.connections.get());
        }
    }

    /** In megabytes, without what is garbage. */
    private static double liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
