package dev.assay.experiment.estimate;

import dev.assay.history.PastCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long answers will be, in tokens.
 *
 * @param low the shortest to reckon with
 * @param likely their mean, or null where nothing earlier tells
 * @param high the longest to reckon with
 */
record OutputTokens(long low, @Nullable Long likely, long high) {
    /** What a model writes at most where nothing limits it, for a guess. */
    private static final int UNLIMITED = 1024;

    /** Fewer earlier calls than this foretell nothing. */
    private static final int ENOUGH = 3;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /**
     * The tenth and the ninetieth percentile of earlier answers and their mean; where they are few, from nothing to the
     * limit.
     *
     * @param limit tokens of an answer at most, or null where the prompt sets none
     */
    static OutputTokens of(List<PastCall> past, @Nullable Integer limit) {
        long most = limit == null ? UNLIMITED : limit;
        if (past.size() < ENOUGH) {
            return new OutputTokens(0, null, most);
        }
        long[] sorted = past.stream().mapToLong(PastCall::outputTokens).sorted().toArray();
        long mean = Math.round(
                past.stream().mapToLong(PastCall::outputTokens).average().orElseThrow());
        return new OutputTokens(
                capped(sorted[(int) (LOW * (sorted.length - 1))], limit),
                capped(mean, limit),
                capped(sorted[(int) Math.ceil(HIGH * (sorted.length - 1))], limit));
    }

    private static long capped(long tokens, @Nullable Integer limit) {
        return limit == null ? tokens : Math.min(tokens, limit);
    }
}
