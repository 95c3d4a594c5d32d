package dev.assay.history.metrics;

import dev.assay.llm.InputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a moment as people type it. */
public final class Moment {
    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([mhdw])");

    private Moment() {}

    /**
     * A day in UTC ({@code 2026-11-27}), a time ({@code 2026-11-27T08:00:00Z}), or so long before now ({@code 30m},
     * {@code 24h}, {@code 7d}, {@code 4w}).
     *
     * @param option how to call it in a message
     * @throws InputException where it is none of these
     */
    public static Instant parse(String option, String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))));
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new InputException(option + " is '" + text
                    + "' but must be a day such as 2026-11-27, a time such as 2026-11-27T08:00:00Z, or so long ago as"
                    + " 24h or 7d");
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
