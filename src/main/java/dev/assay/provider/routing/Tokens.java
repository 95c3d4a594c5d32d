package dev.assay.provider.routing;

import dev.assay.llm.CacheStatus;
import dev.assay.llm.Stage;
import dev.assay.llm.Usage;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up what several calls took. */
final class Tokens {
    private Tokens() {}

    /** All of them together; a count that one of them did not report is not known of all. */
    static Usage sum(List<Stage> stages) {
        return new Usage(
                whole(stages, Usage::inputTokens),
                whole(stages, Usage::outputTokens),
                known(stages, Usage::cachedInputTokens),
                known(stages, Usage::cacheWriteTokens),
                known(stages, Usage::reasoningTokens),
                null);
    }

    /** From the cache where all of them were. */
    static CacheStatus cache(List<Stage> stages) {
        return stages.stream()
                .map(Stage::cache)
                .filter(status -> status == CacheStatus.NONE)
                .findFirst()
                .orElse(stages.getLast().cache());
    }

    private static @Nullable Long whole(List<Stage> stages, Function<Usage, @Nullable Long> count) {
        return stages.stream().anyMatch(stage -> count.apply(stage.usage()) == null) ? null : known(stages, count);
    }

    /** The sum of those that are known, which are parts of others. */
    private static @Nullable Long known(List<Stage> stages, Function<Usage, @Nullable Long> count) {
        return stages.stream()
                .map(stage -> count.apply(stage.usage()))
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }
}
