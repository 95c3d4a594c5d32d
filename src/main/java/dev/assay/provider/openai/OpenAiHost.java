package dev.assay.provider.openai;

import java.util.List;
import java.util.Locale;

/**
 * In what a server differs from the others that speak this protocol. Facts from the providers' documentation and SDKs.
 *
 * @param domain the end of the host name; empty for all others
 * @param capField the field that caps the output
 * @param seedField the field for the seed
 * @param takesTopK whether {@code top_k} may be sent
 * @param asksForUsage whether a stream must be asked for its usage
 */
record OpenAiHost(String domain, String capField, String seedField, boolean takesTopK, boolean asksForUsage) {
    static final String NEW_CAP = "max_completion_tokens";
    private static final String OLD_CAP = "max_tokens";

    private static final List<OpenAiHost> HOSTS = List.of(
            new OpenAiHost("api.openai.com", NEW_CAP, "seed", false, true),
            new OpenAiHost("openai.azure.com", NEW_CAP, "seed", false, true),
            new OpenAiHost("api.mistral.ai", OLD_CAP, "random_seed", false, false),
            new OpenAiHost("api.groq.com", NEW_CAP, "seed", false, true),
            new OpenAiHost("api.deepseek.com", OLD_CAP, "seed", false, true),
            new OpenAiHost("api.x.ai", OLD_CAP, "seed", false, true),
            new OpenAiHost("", OLD_CAP, "seed", true, true));

    /** What is known of a host; never fails. */
    static OpenAiHost of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return HOSTS.stream()
                .filter(known -> name.endsWith(known.domain))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the key goes into {@code api-key} instead of {@code Authorization}. */
    boolean isAzure() {
        return domain.equals("openai.azure.com");
    }
}
