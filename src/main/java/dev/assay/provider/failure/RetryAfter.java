package dev.assay.provider.failure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.LlmException.RetryAdvice;
import dev.assay.provider.wire.WireJson;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to wait, in any of the forms in use. */
public final class RetryAfter {
    private static final List<String> MILLISECOND_HEADERS = List.of("retry-after-ms", "x-ms-retry-after-ms");
    private static final BigDecimal LONGEST_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(31).toSeconds());

    private RetryAfter() {}

    /** What a provider says of another try: whether to make one ({@code x-should-retry}), and when. */
    public static RetryAdvice advice(UnaryOperator<@Nullable String> header, String body, Clock clock) {
        String told = header.apply("x-should-retry");
        Boolean worthwhile = "true".equals(told) || "false".equals(told) ? Boolean.valueOf(told) : null;
        return new RetryAdvice(worthwhile, read(header, body, clock));
    }

    /**
     * Reads the wait.
     *
     * @param header looks up a header by name; gives null where it was not sent
     * @param body the body of the answer, in which Google puts {@code retryDelay}
     * @param clock for a wait that is given as a date
     * @return the wait, 0 or more, or null where none is given
     */
    static @Nullable Duration read(UnaryOperator<@Nullable String> header, String body, Clock clock) {
        for (String name : MILLISECOND_HEADERS) {
            Duration wait = seconds(header.apply(name), 3);
            if (wait != null) {
                return wait;
            }
        }
        String value = header.apply("retry-after");
        Duration wait = seconds(value, 0);
        if (wait == null) {
            wait = untilDate(value, clock);
        }
        return wait == null ? inBody(body) : wait;
    }

    private static @Nullable Duration seconds(@Nullable String number, int shift) {
        if (number == null) {
            return null;
        }
        try {
            BigDecimal seconds = new BigDecimal(number.strip()).movePointLeft(shift);
            boolean sensible = seconds.signum() >= 0 && seconds.compareTo(LONGEST_SECONDS) <= 0;
            return sensible ? Duration.ofMillis(seconds.movePointRight(3).longValue()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration untilDate(@Nullable String date, Clock clock) {
        if (date == null) {
            return null;
        }
        try {
            ZonedDateTime time = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), time.toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration inBody(String body) {
        JsonNode document = WireJson.read(body).orElseGet(WireJson::object);
        JsonNode root = document.isArray() ? document.path(0) : document;
        for (JsonNode detail : root.path("error").path("details")) {
            String delay = WireJson.textOrEmpty(detail, "retryDelay");
            if (delay.endsWith("s")) {
                return seconds(delay.substring(0, delay.length() - 1), 0);
            }
        }
        return null;
    }
}
