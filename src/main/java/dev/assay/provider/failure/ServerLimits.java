package dev.assay.provider.failure;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server says is left of its limits, in the headers of OpenAI and those like it, or of Anthropic.
 *
 * @param remaining one a limit that it tells
 */
public record ServerLimits(List<Remaining> remaining) {
    private static final ScopedValue<Consumer<ServerLimits>> LISTENER = ScopedValue.newInstance();
    private static final List<String> COUNTED = List.of("requests", "tokens", "input-tokens", "output-tokens");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|h|m|s)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

    public ServerLimits {
        remaining = List.copyOf(remaining);
    }

    /**
     * One limit.
     *
     * @param requests whether it counts requests rather than tokens
     * @param amount what is left, 0 or more
     * @param reset until there is as much as ever, 0 or more
     */
    public record Remaining(boolean requests, long amount, Duration reset) {}

    /** Does something during which the listener hears what servers say on this thread. */
    public static <T> T heardBy(Consumer<ServerLimits> listener, Supplier<T> work) {
        return ScopedValue.where(LISTENER, listener).call(work::get);
    }

    /** Tells whoever listens on this thread. */
    public static void tell(UnaryOperator<@Nullable String> header) {
        if (LISTENER.isBound()) {
            ServerLimits limits = read(header, Clock.systemUTC());
            if (!limits.remaining.isEmpty()) {
                LISTENER.get().accept(limits);
            }
        }
    }

    static ServerLimits read(UnaryOperator<@Nullable String> header, Clock clock) {
        List<Remaining> found = new ArrayList<>();
        for (String what : COUNTED) {
            add(
                    found,
                    what,
                    header.apply("x-ratelimit-remaining-" + what),
                    header.apply("x-ratelimit-reset-" + what),
                    clock);
            String anthropic = "anthropic-ratelimit-" + what;
            add(found, what, header.apply(anthropic + "-remaining"), header.apply(anthropic + "-reset"), clock);
        }
        return new ServerLimits(found);
    }

    private static void add(
            List<Remaining> found, String what, @Nullable String amount, @Nullable String reset, Clock clock) {
        // Azure sends -1 for what it does not know.
        if (amount == null || reset == null || !amount.strip().matches("[0-9]{1,15}")) {
            return;
        }
        Duration wait = reset(reset.strip(), clock);
        if (wait != null) {
            found.add(new Remaining(what.equals("requests"), Long.parseLong(amount.strip()), wait));
        }
    }

    /** A length of time such as {@code 6m0s} or {@code 12ms}, seconds, or a point in time. */
    private static @Nullable Duration reset(String text, Clock clock) {
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return millis(Double.parseDouble(text) * 1000);
        }
        if (WHOLE.matcher(text).matches()) {
            double millis = 0;
            Matcher part = PART.matcher(text);
            while (part.find()) {
                millis += Double.parseDouble(part.group(1)) * unit(part.group(2));
            }
            return millis(millis);
        }
        try {
            Duration wait = Duration.between(clock.instant(), Instant.parse(text));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static double unit(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis(
                (long) Math.ceil(Math.min(millis, Duration.ofDays(31).toMillis())));
    }
}
