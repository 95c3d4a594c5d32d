package dev.assay.workbench.caching;

import dev.assay.llm.Usage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What calls with one beginning have in common, as one after the other is looked at, the newest first. */
final class Beginning {
    /** So long OpenAI, Anthropic and Gemini keep a beginning at least that nobody pays more for. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final int LONGEST = 200_000;

    private String shared;
    private int calls;
    private int inTime;
    private long readTokens;
    private @Nullable Instant later;

    Beginning(String text) {
        shared = text.substring(0, Math.min(LONGEST, text.length()));
    }

    void add(String text, Instant time, Usage usage) {
        shared = shared.substring(0, common(shared, text));
        calls++;
        Instant after = later;
        if (after != null && Duration.between(time, after).compareTo(KEPT) <= 0) {
            inTime++;
        }
        later = time;
        Long read = usage.cachedInputTokens();
        readTokens += read == null ? 0 : read;
    }

    private static int common(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    String shared() {
        return shared;
    }

    int calls() {
        return calls;
    }

    int inTime() {
        return inTime;
    }

    long readTokens() {
        return readTokens;
    }
}
