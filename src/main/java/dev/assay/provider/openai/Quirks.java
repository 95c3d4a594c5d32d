package dev.assay.provider.openai;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In what a server differs from the others that speak this protocol. Facts from the providers' documentation and SDKs.
 *
 * @param vendor whose models it serves, as profiles name it; another word where they may be anybody's
 * @param domain the end of the host name; empty for all others
 * @param capField the field that caps the output
 * @param seedField the field for the seed
 * @param asksForUsage whether a stream must be asked for its usage
 * @param effort how it is told the reasoning effort
 * @param reasoningField the field in which it wants the reasoning of earlier answers back, or null for not at all
 */
record Quirks(
        String vendor,
        String domain,
        String capField,
        String seedField,
        boolean asksForUsage,
        Effort effort,
        @Nullable String reasoningField) {
    private static final String NEW_CAP = "max_completion_tokens";
    private static final String OLD_CAP = "max_tokens";

    /** How a server is told the reasoning effort. */
    enum Effort {
        /** {@code reasoning_effort} with the word. */
        WORD,
        /** {@code reasoning.effort} with the word. */
        OBJECT,
        /** {@code thinking.type} enabled or disabled, and {@code reasoning_effort}. */
        SWITCH
    }

    private static final List<Quirks> HOSTS = List.of(
            new Quirks("openai", "api.openai.com", NEW_CAP, "seed", true, Effort.WORD, null),
            new Quirks("azure", "openai.azure.com", NEW_CAP, "seed", true, Effort.WORD, null),
            new Quirks("azure", "cognitiveservices.azure.com", NEW_CAP, "seed", true, Effort.WORD, null),
            new Quirks("mistral", "api.mistral.ai", OLD_CAP, "random_seed", false, Effort.WORD, null),
            new Quirks("groq", "api.groq.com", NEW_CAP, "seed", true, Effort.WORD, "reasoning"),
            new Quirks("deepseek", "api.deepseek.com", OLD_CAP, "seed", true, Effort.SWITCH, "reasoning_content"),
            new Quirks("xai", "api.x.ai", OLD_CAP, "seed", true, Effort.WORD, "reasoning_content"),
            new Quirks("openrouter", "openrouter.ai", NEW_CAP, "seed", true, Effort.OBJECT, "reasoning"),
            new Quirks("together", "api.together.xyz", OLD_CAP, "seed", true, Effort.WORD, "reasoning"),
            new Quirks("together", "api.together.ai", OLD_CAP, "seed", true, Effort.WORD, "reasoning"),
            new Quirks("any", "", OLD_CAP, "seed", true, Effort.WORD, null));

    /** What is known of the server at an address; never fails. */
    static Quirks of(URI baseUrl) {
        String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
        return HOSTS.stream()
                .filter(known -> host.endsWith(known.domain))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the key goes into {@code api-key} instead of {@code Authorization}, and models are deployments. */
    boolean isAzure() {
        return vendor.equals("azure");
    }
}
