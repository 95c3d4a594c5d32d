package dev.assay.provider.resilience;

import dev.assay.llm.LlmException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a failed call is made again: what the provider asks for, else half a second, doubled with
 * each try up to eight seconds, and shortened by chance so that calls which failed together do not return together.
 *
 * @param retries how often a call is made again at most, 0 or more
 * @param chance gives numbers from 0 to below 1
 */
record Backoff(int retries, DoubleSupplier chance) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration LONGEST_ASKED = Duration.ofSeconds(120);
    private static final double SHORTENED_AT_MOST = 0.25;

    /**
     * The wait before the next try.
     *
     * @param failure why the last try failed
     * @param failedBefore tries that had failed before it
     * @return the wait, or empty where no further try is worth it: it cannot succeed, there were enough, or the
     *     provider asks to wait for longer than anybody would
     */
    Optional<Duration> before(LlmException failure, int failedBefore) {
        if (!failure.isRetriable() || failedBefore >= retries) {
            return Optional.empty();
        }
        Duration asked = failure.detail().advice().retryAfter();
        if (asked != null) {
            return Optional.of(asked).filter(wait -> wait.compareTo(LONGEST_ASKED) <= 0);
        }
        double doubled = FIRST.toMillis() * Math.pow(2, failedBefore);
        double wait = Math.min(doubled, LONGEST.toMillis());
        return Optional.of(Duration.ofMillis(Math.round(wait * (1 - SHORTENED_AT_MOST * chance.getAsDouble()))));
    }
}
