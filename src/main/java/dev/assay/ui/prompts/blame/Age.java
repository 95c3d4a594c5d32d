package dev.assay.ui.prompts.blame;

import dev.assay.ui.fx.Messages;
import java.time.Duration;
import java.time.Instant;

/** How old a line is, in the fewest letters, and how fresh that makes it look. */
record Age(Duration duration) {
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int YEAR = 365;

    static Age of(Instant time, Instant now) {
        return new Age(Duration.between(time, now));
    }

    /** {@code 5m}, {@code 3h}, {@code 12d}, {@code 7mo}, {@code 2y}; clocks that differ make a line no older than now. */
    String text() {
        long days = duration.toDays();
        if (duration.toMinutes() < 1) {
            return Messages.get("blame.now");
        }
        if (duration.toHours() < 1) {
            return Messages.get("blame.minutes", duration.toMinutes());
        }
        if (days < 1) {
            return Messages.get("blame.hours", duration.toHours());
        }
        if (days < 2 * MONTH) {
            return Messages.get("blame.days", days);
        }
        return days < YEAR ? Messages.get("blame.months", days / MONTH) : Messages.get("blame.years", days / YEAR);
    }

    /** From 4 for the last day down to 0 for more than a year. */
    int heat() {
        long days = duration.toDays();
        if (days < 1) {
            return 4;
        }
        if (days <= WEEK) {
            return 3;
        }
        if (days <= MONTH) {
            return 2;
        }
        return days <= YEAR ? 1 : 0;
    }
}
