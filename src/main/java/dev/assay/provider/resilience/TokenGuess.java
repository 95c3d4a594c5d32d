package dev.assay.provider.resilience;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.Message;
import dev.assay.llm.Usage;
import org.jspecify.annotations.Nullable;

/** How many tokens a call takes of a limit a minute: guessed before, and as reported after. */
final class TokenGuess {
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int USUAL_OUTPUT = 500;

    private TokenGuess() {}

    static long of(ChatRequest request) {
        long characters = request.messages().stream()
                .map(Message::text)
                .mapToLong(String::length)
                .sum();
        Integer most = request.parameters().maxOutputTokens();
        return characters / CHARACTERS_PER_TOKEN + (most == null ? USUAL_OUTPUT : Math.min(most, USUAL_OUTPUT));
    }

    static long of(EmbeddingRequest request) {
        return request.inputs().stream().mapToLong(String::length).sum() / CHARACTERS_PER_TOKEN;
    }

    /** Input and output, or null where they were not reported. */
    static @Nullable Long taken(Usage usage) {
        Long input = usage.inputTokens();
        Long output = usage.outputTokens();
        return input == null || output == null ? null : Long.valueOf(input + output);
    }
}
