package dev.assay.provider.failure;

import java.time.Duration;

/** Durations as they are written in the settings. */
public final class TimeWords {
    private TimeWords() {}

    /** {@code 500ms}, {@code 10s} or {@code 2m}. */
    public static String of(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        return time.toSeconds() % 60 == 0 && !time.isZero() ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
