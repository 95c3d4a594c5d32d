package dev.assay.workbench.caching;

import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.util.regex.Pattern;

/** How a provider keeps the beginnings of prompts, as its documentation of 2026 has it. */
public enum PrefixCaching {
    /** It keeps them by itself. */
    OPENAI(
            "it reads equal beginnings from its cache by itself: put what changes last, and send calls of one prompt with"
                    + " the same prompt_cache_key"),
    /** It keeps what is marked. */
    ANTHROPIC("it keeps only what is marked: set cache_control at the end of the beginning that stays the same"),
    /** Newer models keep them by themselves, without a promise. */
    GEMINI("newer models read equal beginnings from an implicit cache, without a promise: put what changes last; an"
            + " explicit cache (cachedContents) is sure to be read, and its storage costs by the hour"),
    /** Not known here. */
    UNKNOWN("what it keeps is not known here: look whether its answers tell of cached tokens");

    private static final int USUAL = 1024;
    private static final int MORE = 2048;
    private static final int MOST = 4096;
    private static final Pattern ANTHROPIC_MOST = Pattern.compile("opus-4-[5-9]|haiku-4|opus-[5-9]|haiku-[5-9]");
    private static final Pattern ANTHROPIC_MORE = Pattern.compile("sonnet-4-[6-9]|sonnet-[5-9]|haiku");
    private static final Pattern GEMINI_MOST = Pattern.compile("\\bpro\\b");

    private final String hint;

    PrefixCaching(String hint) {
        this.hint = hint;
    }

    /** That of a provider. */
    static PrefixCaching of(ProviderSettings provider) {
        return switch (provider.dialect()) {
            case ANTHROPIC -> ANTHROPIC;
            case GEMINI -> GEMINI;
            // Most servers speak this protocol, and each keeps what it likes.
            case OPENAI, OPENAI_RESPONSES ->
                provider.baseUrl().getHost().equals(Dialect.OPENAI.defaultUrl().getHost()) ? OPENAI : UNKNOWN;
            case COHERE, BEDROCK, OLLAMA -> UNKNOWN;
        };
    }

    /** Shorter beginnings are not kept; in tokens. Of a model that is not known, what its newest kin ask for. */
    int leastTokens(String model) {
        return switch (this) {
            case OPENAI, UNKNOWN -> USUAL;
            case ANTHROPIC ->
                ANTHROPIC_MOST.matcher(model).find()
                        ? MOST
                        : ANTHROPIC_MORE.matcher(model).find() ? MORE : USUAL;
            case GEMINI -> GEMINI_MOST.matcher(model).find() ? MOST : USUAL;
        };
    }

    /** What to do about it, in words that go on behind a name. */
    public String hint() {
        return hint;
    }
}
