package dev.assay.provider.anthropic;

import java.util.List;

/**
 * What is known of a family of models; the first matching prefix counts. Facts from Anthropic's SDKs and model list.
 *
 * @param prefix the beginning of the model's name
 * @param maxOutput the most tokens it can generate
 * @param samples whether temperature, top_p and top_k may be sent
 * @param schemas whether it takes a JSON Schema in {@code output_config}
 */
record AnthropicModelRules(String prefix, int maxOutput, boolean samples, boolean schemas) {
    private static final List<AnthropicModelRules> RULES = List.of(
            new AnthropicModelRules("claude-3-5-", 8192, true, false),
            new AnthropicModelRules("claude-3-7-", 64_000, true, false),
            new AnthropicModelRules("claude-3-", 4096, true, false),
            new AnthropicModelRules("claude-haiku-4-", 64_000, true, true),
            new AnthropicModelRules("claude-sonnet-4-5", 64_000, true, true),
            new AnthropicModelRules("claude-sonnet-4-6", 64_000, true, true),
            new AnthropicModelRules("claude-sonnet-4", 64_000, true, false),
            new AnthropicModelRules("claude-opus-4-1", 32_000, true, true),
            new AnthropicModelRules("claude-opus-4-5", 64_000, true, true),
            new AnthropicModelRules("claude-opus-4-6", 128_000, true, true),
            new AnthropicModelRules("claude-opus-4-7", 128_000, false, true),
            new AnthropicModelRules("claude-opus-4-8", 128_000, false, true),
            new AnthropicModelRules("claude-opus-4", 32_000, true, false),
            new AnthropicModelRules("claude-opus-5", 128_000, false, true),
            new AnthropicModelRules("claude-sonnet-5", 128_000, false, true),
            new AnthropicModelRules("claude-fable-5", 128_000, false, true),
            new AnthropicModelRules("claude-mythos-5", 128_000, false, true),
            new AnthropicModelRules("", 4096, true, false));

    /** The longest answer that Anthropic generates without streaming, as a call may last ten minutes at most. */
    private static final int LONGEST_WHOLE = 21_000;

    /** The rules for a model; those of an unknown one are careful. */
    static AnthropicModelRules of(String model) {
        return RULES.stream()
                .filter(rules -> model.startsWith(rules.prefix))
                .findFirst()
                .orElseThrow();
    }

    /** The cap to send where none was asked for: the protocol requires one. */
    int defaultCap(boolean stream) {
        return stream ? maxOutput : Math.min(maxOutput, LONGEST_WHOLE);
    }
}
