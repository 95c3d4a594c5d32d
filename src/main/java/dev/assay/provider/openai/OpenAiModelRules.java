package dev.assay.provider.openai;

import java.util.List;

/**
 * What a family of models refuses when no reasoning effort is set; the first matching prefix counts. Facts from
 * pydantic-ai's model profiles, which were checked against the live service.
 *
 * @param prefix the beginning of the model's name
 * @param samples whether temperature and top_p may be sent
 * @param stops whether stop texts may be sent
 * @param newCap whether only {@code max_completion_tokens} may be sent
 */
record OpenAiModelRules(String prefix, boolean samples, boolean stops, boolean newCap) {
    private static final List<OpenAiModelRules> RULES = List.of(
            new OpenAiModelRules("o1", false, true, true),
            new OpenAiModelRules("o3", false, false, true),
            new OpenAiModelRules("o4", false, false, true),
            new OpenAiModelRules("gpt-5-chat", true, true, true),
            new OpenAiModelRules("gpt-5.1-chat", false, true, true),
            new OpenAiModelRules("gpt-5.1-codex", false, true, true),
            new OpenAiModelRules("gpt-5.1", true, true, true),
            new OpenAiModelRules("gpt-5.2-chat", false, true, true),
            new OpenAiModelRules("gpt-5.2-pro", false, true, true),
            new OpenAiModelRules("gpt-5.2", true, true, true),
            new OpenAiModelRules("gpt-5.3-chat", false, true, true),
            new OpenAiModelRules("gpt-5.3", true, true, true),
            new OpenAiModelRules("gpt-5.4-pro", false, true, true),
            new OpenAiModelRules("gpt-5.4", true, true, true),
            new OpenAiModelRules("gpt-5", false, true, true),
            new OpenAiModelRules("", true, true, false));

    /** The rules for a model; a vendor before a slash, as OpenRouter writes it, is ignored. */
    static OpenAiModelRules of(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1);
        return RULES.stream()
                .filter(rules -> name.startsWith(rules.prefix))
                .findFirst()
                .orElseThrow();
    }
}
