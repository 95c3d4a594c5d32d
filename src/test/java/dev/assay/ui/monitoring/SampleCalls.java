package dev.assay.ui.monitoring;

import dev.assay.history.metrics.CallGroup;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.CallSums;
import dev.assay.history.metrics.PromptQuality;
import dev.assay.workbench.quality.QualityCourse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Calls of many days, the same ones each time. */
final class SampleCalls {
    static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));
    private static final String[] MODELS = {
        "openai/gpt-4.1", "openai/gpt-4.1-mini", "anthropic/claude-haiku-4-5", "google/gemini-2.5-flash"
    };

    final List<CallRecord> calls = new ArrayList<>();

    /** So many calls a day on so many days up to the 27th of November 2026. */
    static SampleCalls of(int days, int aDay) {
        var sample = new SampleCalls();
        Random random = new Random(3);
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < aDay; i++) {
                String[] model = MODELS[random.nextInt(MODELS.length)].split("/");
                Instant time = Instant.parse("2026-11-27T00:00:00Z").minusSeconds(86_400L * day - 60L * i);
                boolean failed = random.nextInt(25) == 0;
                sample.calls.add(new CallRecord(
                        time,
                        model[0],
                        model[1],
                        random.nextInt(3) == 0 ? "judge" : "chat",
                        random.nextBoolean() ? "meeting/notes" : "support/triage",
                        failed ? (random.nextBoolean() ? "rate_limited" : "timeout") : null,
                        false,
                        900L + random.nextInt(800),
                        50L + random.nextInt(300),
                        1250L,
                        new BigDecimal("0.00" + (1 + random.nextInt(9))),
                        null,
                        400 + Math.abs(random.nextGaussian()) * 700,
                        120.0));
            }
        }
        return sample;
    }

    CallReport report(CallQuery query) {
        Map<CallGroup, CallSums> sums = new HashMap<>();
        for (CallRecord call : calls) {
            boolean meant = (query.since() == null || !call.startedAt().isBefore(query.since()))
                    && (query.until() == null || call.startedAt().isBefore(query.until()));
            if (meant) {
                LocalDate day = call.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
                sums.computeIfAbsent(
                                new CallGroup(day, call.provider(), call.model(), call.operation(), call.prompt()),
                                any -> new CallSums())
                        .add(call);
            }
        }
        return new CallReport(sums);
    }

    /** So many texts of a prompt, each a little better; the last one was never committed. */
    static QualityCourse course(String prompt, int texts) {
        return new QualityCourse(
                "relevance",
                IntStream.range(0, texts)
                        .mapToObj(i -> new PromptQuality(
                                prompt,
                                "b" + i,
                                i == texts - 1 ? null : "c0ffee" + i + "0".repeat(20),
                                0.5 + i * 0.02,
                                10,
                                NOON.instant()))
                        .toList());
    }
}
