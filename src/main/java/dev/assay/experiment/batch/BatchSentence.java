package dev.assay.experiment.batch;

import dev.assay.llm.BatchState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How far a batch is, in words. */
public final class BatchSentence {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private BatchSentence() {}

    /** {@code openai/gpt-4o batch: 120 of 500 done by the provider (in_progress), asked 14:02:31, again 14:03:31}. */
    public static String of(BatchProgress progress, ZoneId zone) {
        return progress.model() + " batch: " + state(progress) + asked(progress, zone);
    }

    private static String state(BatchProgress progress) {
        return switch (progress.state()) {
            case null -> counted(progress.requests()) + " sent";
            case BatchState.UnderWay underWay -> done(progress) + " (" + underWay.word() + ")";
            case BatchState.Ended ended -> "ended (" + ended.word() + "), reading the answers";
            case BatchState.Refused refused -> "refused: " + refused.reason();
        };
    }

    private static String done(BatchProgress progress) {
        return String.format(Locale.ROOT, "%,d of %,d done by the provider", progress.done(), progress.requests());
    }

    private static String counted(int requests) {
        return String.format(Locale.ROOT, "%,d request%s", requests, requests == 1 ? "" : "s");
    }

    private static String asked(BatchProgress progress, ZoneId zone) {
        if (progress.isOver()) {
            return "";
        }
        String trouble = progress.trouble() == null ? "" : "; it could not be asked: " + progress.trouble();
        String again = progress.next() == null
                ? ""
                : ", again " + time(progress.askedAt().plus(progress.next()), zone);
        return trouble
                + (progress.state() == null && trouble.isEmpty() ? "" : ", asked ")
                + (progress.state() == null && trouble.isEmpty() ? "" : time(progress.askedAt(), zone) + again);
    }

    private static String time(Instant moment, ZoneId zone) {
        return CLOCK.format(moment.atZone(zone));
    }
}
