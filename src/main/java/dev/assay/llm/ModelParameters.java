package dev.assay.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sampling parameters of a call. A null component is not sent, so the provider's own default applies.
 *
 * @param temperature randomness, 0 or more
 * @param topP nucleus sampling, above 0 up to 1
 * @param topK candidates per token, 1 or more
 * @param maxOutputTokens cap on generated tokens, 1 or more
 * @param seed request for repeatable sampling, best effort
 * @param stop texts that end the answer; empty for none
 * @param contextTokens context window to open (Ollama {@code num_ctx}), 1 or more
 * @param frequencyPenalty dislike of tokens by how often they came already, -2 to 2
 * @param presencePenalty dislike of tokens that came already, -2 to 2
 * @param reasoningEffort how long to reason
 * @param likeliest how many of the likeliest tokens to tell for each token of the answer, with their probabilities, 1 to
 *     20; models that are not known to tell them are not asked, which changes nothing of the answer
 */
public record ModelParameters(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Integer maxOutputTokens,
        @Nullable Long seed,
        List<String> stop,
        @Nullable Integer contextTokens,
        @Nullable Double frequencyPenalty,
        @Nullable Double presencePenalty,
        @Nullable ReasoningEffort reasoningEffort,
        @Nullable Integer likeliest) {
    private static final int MOST_LIKELIEST = 20;

    /** Nothing set: every default is the provider's. */
    public static final ModelParameters DEFAULTS = new ModelParameters(null, null, null, null, null, List.of(), null);

    /** Parameters without penalties and reasoning effort. */
    public ModelParameters(
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer topK,
            @Nullable Integer maxOutputTokens,
            @Nullable Long seed,
            List<String> stop,
            @Nullable Integer contextTokens) {
        this(temperature, topP, topK, maxOutputTokens, seed, stop, contextTokens, null, null, null);
    }

    /** Parameters of an answer whose probabilities nobody asks for. */
    public ModelParameters(
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer topK,
            @Nullable Integer maxOutputTokens,
            @Nullable Long seed,
            List<String> stop,
            @Nullable Integer contextTokens,
            @Nullable Double frequencyPenalty,
            @Nullable Double presencePenalty,
            @Nullable ReasoningEffort reasoningEffort) {
        this(
                temperature,
                topP,
                topK,
                maxOutputTokens,
                seed,
                stop,
                contextTokens,
                frequencyPenalty,
                presencePenalty,
                reasoningEffort,
                null);
    }

    public ModelParameters {
        stop = List.copyOf(stop);
        require(temperature == null || temperature >= 0, "temperature", temperature, "0 or more");
        require(topP == null || (topP > 0 && topP <= 1), "topP", topP, "above 0 and at most 1");
        require(topK == null || topK >= 1, "topK", topK, "1 or more");
        require(maxOutputTokens == null || maxOutputTokens >= 1, "maxOutputTokens", maxOutputTokens, "1 or more");
        require(contextTokens == null || contextTokens >= 1, "contextTokens", contextTokens, "1 or more");
        require(
                likeliest == null || (likeliest >= 1 && likeliest <= MOST_LIKELIEST),
                "likeliest",
                likeliest,
                "from 1 to " + MOST_LIKELIEST);
        requirePenalty("frequencyPenalty", frequencyPenalty);
        requirePenalty("presencePenalty", presencePenalty);
    }

    /** These parameters, with those of {@code override} that are set taking precedence. */
    public ModelParameters overriddenBy(ModelParameters override) {
        return new ModelParameters(
                override.temperature != null ? override.temperature : temperature,
                override.topP != null ? override.topP : topP,
                override.topK != null ? override.topK : topK,
                override.maxOutputTokens != null ? override.maxOutputTokens : maxOutputTokens,
                override.seed != null ? override.seed : seed,
                override.stop.isEmpty() ? stop : override.stop,
                override.contextTokens != null ? override.contextTokens : contextTokens,
                override.frequencyPenalty != null ? override.frequencyPenalty : frequencyPenalty,
                override.presencePenalty != null ? override.presencePenalty : presencePenalty,
                override.reasoningEffort != null ? override.reasoningEffort : reasoningEffort,
                override.likeliest != null ? override.likeliest : likeliest);
    }

    /** These parameters, asking for that many of the likeliest tokens; null for none. */
    public ModelParameters withLikeliest(@Nullable Integer most) {
        return new ModelParameters(
                temperature,
                topP,
                topK,
                maxOutputTokens,
                seed,
                stop,
                contextTokens,
                frequencyPenalty,
                presencePenalty,
                reasoningEffort,
                most);
    }

    private static void requirePenalty(String name, @Nullable Double value) {
        require(value == null || (value >= -2 && value <= 2), name, value, "from -2 to 2");
    }

    private static void require(boolean holds, String name, @Nullable Object value, String range) {
        if (!holds) {
            throw new InputException("Parameter " + name + " is " + value + " but must be " + range);
        }
    }
}
