package dev.assay.ui.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How long ago something was, as people say it. */
public final class RelativeTime {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.UK)
            .withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).withZone(ZoneId.systemDefault());
    private static final int WEEKS = 60;

    private RelativeTime() {}

    /** {@code 5 min ago}; a date where it was long ago, and no promise where clocks differ. */
    public static String of(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        if (age.toMinutes() < 1) {
            return Messages.get("time.now");
        }
        if (age.toHours() < 1) {
            return Messages.get("time.minutes", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return Messages.get("time.hours", age.toHours());
        }
        return age.toDays() < WEEKS ? Messages.get("time.days", age.toDays()) : DAY.format(time);
    }

    /** The date and the time of day. */
    public static String exact(Instant time) {
        return EXACT.format(time);
    }
}
