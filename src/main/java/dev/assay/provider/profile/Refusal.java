package dev.assay.provider.profile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the refusal of a parameter says of a model. */
final class Refusal {
    private Refusal() {}

    /** The profile that leaves a parameter out, which is given by its wire name; empty where there is none. */
    static Optional<ModelProfile> of(String parameter) {
        return Optional.ofNullable(
                switch (parameter) {
                    case "temperature", "top_p" -> sampling();
                    case "top_k" -> without(Feature.TOP_K);
                    case "seed", "random_seed" -> without(Feature.SEED);
                    case "stop", "stop_sequences" -> without(Feature.STOP);
                    case "frequency_penalty", "presence_penalty" -> without(Feature.PENALTIES);
                    case "max_tokens" -> cap("max_completion_tokens");
                    case "max_completion_tokens" -> cap("max_tokens");
                    case "reasoning_effort", "reasoning.effort", "reasoning", "thinking" -> effortless();
                    case "logprobs", "top_logprobs" -> without(Feature.LOGPROBS);
                    case "tools" -> without(Feature.TOOLS);
                    case "tool_choice" -> without(Feature.FORCED_TOOLS);
                    case "stream" -> without(Feature.STREAMING);
                    case "messages[0].role" -> without(Feature.SYSTEM);
                    case "response_format", "response_format.type", "text.format" -> without(Feature.JSON_SCHEMA);
                    default -> null;
                });
    }

    private static ModelProfile without(Feature feature) {
        return new ModelProfile(Map.of(feature, false), null, null, null, null, null);
    }

    private static ModelProfile sampling() {
        return new ModelProfile(Map.of(), Sampling.NEVER, null, null, null, null);
    }

    private static ModelProfile cap(String field) {
        return new ModelProfile(Map.of(), null, null, null, field, null);
    }

    private static ModelProfile effortless() {
        return new ModelProfile(Map.of(), null, Set.of(), null, null, null);
    }
}
