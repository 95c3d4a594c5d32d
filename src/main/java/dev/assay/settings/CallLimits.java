package dev.assay.settings;

import dev.assay.llm.InputException;
import org.jspecify.annotations.Nullable;

/**
 * How much is asked of a provider.
 *
 * @param concurrency calls at once, 1 or more
 * @param retries how often a failed call that may succeed later is made again, 0 or more
 * @param requestsPerMinute calls begun within a minute, 1 or more, or null for no limit
 * @param tokensPerMinute tokens sent and received within a minute, 1 or more, or null for no limit
 */
public record CallLimits(
        int concurrency,
        int retries,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute) {
    public CallLimits {
        require("concurrency", concurrency, 1);
        require("retries", retries, 0);
        require("requestsPerMinute", requestsPerMinute == null ? 1 : requestsPerMinute, 1);
        require("tokensPerMinute", tokensPerMinute == null ? 1 : tokensPerMinute, 1);
    }

    /** Limits without any a minute. */
    public CallLimits(int concurrency, int retries) {
        this(concurrency, retries, null, null);
    }

    private static void require(String name, int value, int least) {
        if (value < least) {
            throw new InputException(name + " is " + value + " but must be " + least + " or more");
        }
    }
}
