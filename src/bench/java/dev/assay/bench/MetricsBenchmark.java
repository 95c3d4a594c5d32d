package dev.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.log.LogFile;
import dev.assay.history.SqlRunHistory;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.GroupBy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Metrics of many calls from the history against reading and sorting the same calls from a log, and how both grow with
 * the calls. The first question of a process pays for loading classes; later ones are what a dashboard asks.
 */
public final class MetricsBenchmark {
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int DAYS = 30;
    private static final String[][] MODELS = {
        {"openai", "gpt-4.1"}, {"openai", "gpt-4.1-mini"}, {"anthropic", "claude-haiku-4-5"},
        {"google", "gemini-2.5-flash"}, {"mistral", "small"}
    };
    private static final String[] OPERATIONS = {"chat", "chat", "chat", "judge", "embed"};

    private MetricsBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        for (int size : SIZES) {
            run(size);
        }
    }

    private static void run(int size) throws IOException {
        Path folder = Files.createTempDirectory("assay-bench");
        Path log = folder.resolve("calls.jsonl");
        write(log, size);
        try (var history = SqlRunHistory.open(folder, "bench", notice -> {})) {
            long start = System.nanoTime();
            LogFile.read(log, history::addLogged, (bytes, of, calls) -> {});
            double imported = millisSince(start);

            start = System.nanoTime();
            history.metrics(CallQuery.ALL);
            double first = millisSince(start);

            double[] later = new double[20];
            CallReport report = history.metrics(CallQuery.ALL);
            for (int i = 0; i < later.length; i++) {
                start = System.nanoTime();
                report = history.metrics(CallQuery.ALL);
                report.by(GroupBy.MODEL);
                later[i] = millisSince(start);
            }
            Arrays.sort(later);

            start = System.nanoTime();
            double exact = sortedFromLog(log, size);
            double reading = millisSince(start);
            double told = report.whole().latency().p95();
            long bytes = Files.size(folder.resolve("history.mv.db"));
            System.out.printf(
                    Locale.ROOT,
                    "%,9d calls: import %.0f ms, first question %.0f ms (adds up past days), later ones %.1f ms (median);"
                            + " reading and sorting the log %.0f ms, %.0fx as long; p95 %.1f ms, exactly %.1f ms;"
                            + " %.0f bytes a call on disk%n",
                    size,
                    imported,
                    first,
                    later[later.length / 2],
                    reading,
                    reading / later[later.length / 2],
                    told,
                    exact,
                    (double) bytes / size);
        }
    }

    /** The seed's way: every line is read, the latencies are sorted; returns the 95th percentile. */
    private static double sortedFromLog(Path log, int size) throws IOException {
        JsonMapper json = new JsonMapper();
        double[] latencies = new double[size];
        double cost = 0;
        long tokens = 0;
        int errors = 0;
        int i = 0;
        try (var lines = Files.lines(log)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode call = json.readTree(line);
                latencies[i++] = call.get("latency_ms").asDouble();
                cost += call.get("cost_usd").asDouble();
                tokens += call.get("total_tokens").asLong();
                errors += call.get("error").isNull() ? 0 : 1;
            }
        }
        Arrays.sort(latencies);
        if (cost < 0 || tokens < 0 || errors < 0) {
            throw new IllegalStateException();
        }
        return latencies[(int) Math.ceil(0.95 * size) - 1];
    }

    private static void write(Path log, int size) throws IOException {
        Random random = new Random(20261127);
        Instant begin = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            for (int i = 0; i < size; i++) {
                String[] model = MODELS[random.nextInt(MODELS.length)];
                int input = 50 + random.nextInt(4000);
                int output = 5 + random.nextInt(900);
                out.write(String.format(
                        Locale.ROOT,
                        "{\"timestamp\":\"%s\",\"provider\":\"%s\",\"model\":\"%s\",\"operation\":\"%s\","
                                + "\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d,"
                                + "\"latency_ms\":%.3f,\"cost_usd\":%.9f,\"error\":%s}%n",
                        begin.plusMillis((long) (DAYS * 86_400_000.0 * i / size)),
                        model[0],
                        model[1],
                        OPERATIONS[random.nextInt(OPERATIONS.length)],
                        input,
                        output,
                        input + output,
                        Math.exp(7 + 0.6 * random.nextGaussian()),
                        input * 4e-7 + output * 1.6e-6,
                        random.nextInt(50) == 0 ? "\"rate_limited\"" : "null"));
            }
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
