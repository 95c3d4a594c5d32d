package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.metrics.CallFigures;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.metrics.GroupBy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallMetricsTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final SqlRunHistory history = SqlRunHistory.inMemory();
    private int calls;

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void anEmptyHistoryHasNoCalls() {
        CallFigures whole = history.metrics(CallQuery.ALL).whole();

        assertThat(whole.invocations()).isZero();
        assertThat(whole.errorRate()).isZero();
        assertThat(whole.latency().p99()).isNull();
    }

    @Test
    void everyCallOfARunIsCountedOnceWithWhatItTook() {
        Run run = Samples.run("r", Instant.parse("2026-11-20T10:00:00Z"));
        history.start(run, List.of(), List.of());
        Cell cell = new Samples(7).cell(new CellKey(0, 0, 0));
        history.append("r", cell);
        history.append("r", cell);

        CallFigures whole = history.metrics(CallQuery.ALL).whole();

        assertThat(whole.invocations()).isEqualTo(1 + cell.judgeCalls().size());
        assertThat(history.metrics(CallQuery.ALL).by(GroupBy.PROMPT))
                .extracting(CallFigures::name)
                .containsExactly(run.variants().getFirst().prompt());
    }

    @Test
    void judgementsAddedLaterAreCountedAndCopiedAnswersAreNot() {
        history.start(Samples.run("r", Instant.parse("2026-11-20T10:00:00Z")), List.of(), List.of());
        Cell cell = Samples.minimalCell(new CellKey(0, 0, 0));
        history.copy("r", List.of(cell));
        assertThat(history.metrics(CallQuery.ALL).whole().invocations()).isZero();

        history.addScores("r", cell.key(), List.of(cell.answer()), List.of());

        assertThat(history.metrics(CallQuery.ALL).whole().invocations()).isOne();
    }

    @Test
    void figuresAreTheSumsAndGroupsAddUpToTheWhole() {
        history.addLogged(List.of(
                call(2, "openai", "gpt", "chat", 100, 50, "0.25", 1000.0, null),
                call(2, "openai", "gpt", "judge", 10, 5, "0.75", 3000.0, null),
                call(1, "anthropic", "haiku", "chat", 10, 5, null, 500.0, null),
                call(0, "openai", "mini", "chat", null, null, null, 9000.0, "rate_limited")));

        var report = history.metrics(CallQuery.ALL);

        CallFigures whole = report.whole();
        assertThat(whole.invocations()).isEqualTo(4);
        assertThat(whole.totalTokens()).isEqualTo(180);
        assertThat(whole.costUsd()).isEqualByComparingTo("1.00");
        assertThat(whole.judgeShare()).isEqualTo(0.75);
        assertThat(whole.unpriced()).isOne();
        assertThat(whole.errorRate()).isEqualTo(0.25);
        assertThat(whole.errors()).isEqualTo(Map.of("rate_limited", 1L));
        assertThat(whole.latency().mean()).isEqualTo(3375);
        assertThat(whole.latency().p50()).isBetween(995.0, 1005.0);
        assertThat(report.by(GroupBy.MODEL))
                .extracting(CallFigures::name)
                .containsExactly("openai/gpt", "anthropic/haiku", "openai/mini");
        assertThat(report.by(GroupBy.DAY)).extracting(CallFigures::name).containsExactly(day(2), day(1), day(0));
        for (GroupBy by : GroupBy.values()) {
            assertThat(report.by(by).stream()
                            .mapToLong(CallFigures::invocations)
                            .sum())
                    .isEqualTo(4);
        }
        assertThat(report.byTime(LocalDate::toString).get(day(2)).by(GroupBy.OPERATION))
                .extracting(CallFigures::name)
                .containsExactly("judge", "chat");
        assertThat(report.only(GroupBy.PROVIDER, "openai").whole().invocations())
                .isEqualTo(3);
    }

    @Test
    void whatTheCacheAnsweredIsCountedButItsTimeIsNotThatOfAModel() {
        var cached = new CallRecord(
                at(1),
                "p",
                "m",
                "chat",
                null,
                null,
                true,
                10L,
                10L,
                20L,
                BigDecimal.ZERO,
                new BigDecimal("0.5"),
                0.1,
                null);
        history.addLogged(List.of(new LoggedCall("a", cached), call(1, "p", "m", "chat", 1, 1, "0", 100.0, null)));

        CallFigures whole = history.metrics(CallQuery.ALL).whole();

        assertThat(whole.cached()).isOne();
        assertThat(whole.savedUsd()).isEqualByComparingTo("0.5");
        assertThat(whole.latency().mean()).isEqualTo(100);
    }

    @Test
    void keptDaysTellTheSameAsTheirCallsWhateverTheTimeAskedFor() {
        Random random = new Random(1);
        List<LoggedCall> all = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            all.add(call(
                    random.nextInt(6),
                    "p" + random.nextInt(2),
                    "m" + random.nextInt(3),
                    random.nextBoolean() ? "chat" : "judge",
                    random.nextInt(1000),
                    random.nextInt(1000),
                    "0.00" + random.nextInt(1000),
                    random.nextDouble() * 1000,
                    random.nextInt(20) == 0 ? "timeout" : null));
        }
        history.addLogged(all);
        history.metrics(new CallQuery(start(4), start(2)));

        for (int i = 0; i < 40; i++) {
            Instant since = at(6).plus(Duration.ofMinutes(random.nextInt(6 * 1440)));
            Instant until = since.plus(Duration.ofMinutes(1 + random.nextInt(4 * 1440)));
            var query = i == 0 ? CallQuery.ALL : new CallQuery(since, until);
            CallFigures whole = history.metrics(query).whole();
            List<LoggedCall> meant = all.stream()
                    .filter(call -> query == CallQuery.ALL
                            || !call.figures().startedAt().isBefore(since)
                                    && call.figures().startedAt().isBefore(until))
                    .toList();
            assertThat(whole.invocations()).as("%s", query).isEqualTo(meant.size());
            assertThat(whole.costUsd())
                    .isEqualByComparingTo(meant.stream()
                            .map(call -> call.figures().costUsd())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @Test
    void aKeptDayIsReckonedAnewOnceItHasOtherCalls() {
        history.addLogged(List.of(call(3, "p", "m", "chat", 1, 1, "1", 100.0, null)));
        assertThat(history.metrics(CallQuery.ALL).whole().costUsd()).isEqualByComparingTo("1");

        history.addLogged(List.of(call(3, "p", "m", "chat", 1, 1, "2", 100.0, null)));

        assertThat(history.metrics(CallQuery.ALL).whole().costUsd()).isEqualByComparingTo("3");
        assertThat(history.metrics(CallQuery.ALL).whole().costUsd()).isEqualByComparingTo("3");
    }

    @Test
    void theSameCallIsTakenInOnce() {
        LoggedCall call = call(1, "p", "m", "chat", 1, 1, "1", 100.0, null);

        assertThat(history.addLogged(List.of(call))).isOne();
        assertThat(history.addLogged(List.of(call))).isZero();
        assertThat(history.metrics(CallQuery.ALL).whole().invocations()).isOne();
    }

    private LoggedCall call(
            int daysAgo,
            String provider,
            String model,
            String operation,
            @Nullable Integer input,
            @Nullable Integer output,
            @Nullable String usd,
            @Nullable Double millis,
            @Nullable String error) {
        calls++;
        Long in = input == null ? null : input.longValue();
        Long out = output == null ? null : output.longValue();
        return new LoggedCall(
                "call-" + calls,
                new CallRecord(
                        start(daysAgo).plusSeconds(calls % 86_000),
                        provider,
                        model,
                        operation,
                        null,
                        error,
                        false,
                        in,
                        out,
                        in == null || out == null ? null : in + out,
                        usd == null ? null : new BigDecimal(usd),
                        null,
                        millis,
                        null));
    }

    private static Instant at(int daysAgo) {
        return start(daysAgo).plus(Duration.ofHours(9));
    }

    private static Instant start(int daysAgo) {
        return TODAY.minusDays(daysAgo).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String day(int daysAgo) {
        return TODAY.minusDays(daysAgo).toString();
    }
}
