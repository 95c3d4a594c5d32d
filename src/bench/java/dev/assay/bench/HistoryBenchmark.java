package dev.assay.bench;

import dev.assay.history.SqlRunHistory;
import dev.assay.history.Invocation;
import dev.assay.history.LoggedCall;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage.Place;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls written down with their texts while a dashboard looks on, each durable when its writer goes on; how large they
 * are; and how the time of a first page grows with the number of calls.
 */
public final class HistoryBenchmark {
    private static final int CALLS = 30_000;
    private static final int WRITERS = 128;
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int PAGE = 200;
    private static final int AT_ONCE = 5000;
    private static final double NANOS_A_MILLI = 1e6;

    private HistoryBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        writes();
        for (int size : SIZES) {
            pages(size);
        }
    }

    private static void writes() throws Exception {
        Path folder = Files.createTempDirectory("assay-bench");
        double seconds;
        int looks;
        try (var history = SqlRunHistory.open(folder, "bench", notice -> {});
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            write(history, 0, 2000);
            var over = new AtomicBoolean();
            var looked = new AtomicInteger();
            threads.submit(() -> {
                while (!over.get()) {
                    history.metrics(CallQuery.ALL);
                    looked.incrementAndGet();
                    Thread.sleep(Duration.ofSeconds(3));
                }
                return null;
            });
            long start = System.nanoTime();
            var next = new AtomicInteger(2000);
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < WRITERS; i++) {
                    writers.submit(() -> {
                        for (int call = next.getAndIncrement(); call < CALLS + 2000; call = next.getAndIncrement()) {
                            history.calls().add("support/reply", call(call));
                        }
                    });
                }
            }
            seconds = (System.nanoTime() - start) / 1e9;
            over.set(true);
            looks = looked.get();
        }
        long bytes = Files.size(folder.resolve("history.mv.db"));
        System.out.printf(
                "%,d calls with their texts in %.1f s: %,.0f a second, %d looks of a dashboard meanwhile; %,d bytes a call%n",
                CALLS, seconds, CALLS / seconds, looks, bytes / (CALLS + 2000));
        delete(folder);
    }

    private static void write(SqlRunHistory history, int from, int to) {
        for (int i = from; i < to; i++) {
            history.calls().add("support/reply", call(i));
        }
    }

    private static Invocation call(int number) {
        String text = ("Where is parcel " + number + "? ").repeat(20);
        var response = new ChatResponse(
                "It is on its way. ".repeat(12) + number,
                "",
                FinishReason.STOP,
                null,
                new Usage(120L, 60L, null, null, null, null),
                new Latency(Duration.ZERO, Duration.ofMillis(400), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE);
        return new Invocation(
                "call-" + number,
                Operation.CHAT,
                null,
                Instant.now(),
                new ChatRequest(
                        new ModelId("house", "small"),
                        List.of(Message.of(Role.USER, text)),
                        ModelParameters.DEFAULTS,
                        ResponseFormat.TEXT,
                        false),
                new Outcome.Completed(response),
                null);
    }

    private static void pages(int size) throws IOException {
        Path folder = Files.createTempDirectory("assay-bench");
        try (var history = SqlRunHistory.open(folder, "bench", notice -> {})) {
            Instant time = Instant.parse("2026-11-01T00:00:00Z");
            for (int from = 0; from < size; from += AT_ONCE) {
                List<LoggedCall> calls = new ArrayList<>();
                for (int i = from; i < from + AT_ONCE; i++) {
                    calls.add(new LoggedCall("logged-" + i, record(time.plusSeconds(i), i)));
                }
                history.addLogged(calls);
            }
            history.calls().page(CallFilter.ALL, Place.TOP, PAGE);
            long start = System.nanoTime();
            var page = history.calls().page(CallFilter.ALL, Place.TOP, PAGE);
            double first = (System.nanoTime() - start) / NANOS_A_MILLI;
            start = System.nanoTime();
            history.calls().page(CallFilter.ALL, page.next(), PAGE);
            double second = (System.nanoTime() - start) / NANOS_A_MILLI;
            start = System.nanoTime();
            long failed = history.calls().count(CallFilter.parse("error:any", time));
            double scan = (System.nanoTime() - start) / NANOS_A_MILLI;
            System.out.printf(
                    "of %,9d calls: first page %.0f ms, the next %.0f ms, a count of the %,d that failed %.0f ms%n",
                    size, first, second, failed, scan);
        }
        delete(folder);
    }

    private static CallRecord record(Instant time, int i) {
        return new CallRecord(
                time,
                "house",
                "model-" + i % 5,
                "chat",
                null,
                i % 50 == 0 ? "rate_limited" : null,
                false,
                100L,
                50L,
                150L,
                BigDecimal.ONE,
                null,
                (double) (i % 900),
                null);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
