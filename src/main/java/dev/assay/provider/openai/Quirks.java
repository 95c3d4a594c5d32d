package dev.assay.provider.openai;

import dev.assay.provider.profile.ModelProfile;
import dev.assay.settings.Quirk;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param capIsSet whether the user says which field caps the output, whatever is known of the model
 */
record Quirks(
        String vendor,
        String domain,
        String capField,
        String seedField,
        boolean asksForUsage,
        Effort effort,
        @Nullable String reasoningField,
        boolean capIsSet) {
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

    private Quirks(
            String vendor,
            String domain,
            String capField,
            String seedField,
            boolean asksForUsage,
            Effort effort,
            @Nullable String reasoningField) {
        this(vendor, domain, capField, seedField, asksForUsage, effort, reasoningField, false);
    }

    /** What is known of the server at an address, and what a user says of it in valid settings, which goes before. */
    static Quirks of(URI baseUrl, Map<String, String> settings) {
        return Quirk.VENDOR
                .in(settings)
                .map(Quirks::of)
                .orElseGet(() -> of(baseUrl))
                .with(settings);
    }

    private Quirks with(Map<String, String> settings) {
        return new Quirks(
                vendor,
                domain,
                Quirk.CAP_FIELD.in(settings).orElse(capField),
                Quirk.SEED_FIELD.in(settings).orElse(seedField),
                Quirk.STREAM_USAGE.in(settings).map(Boolean::valueOf).orElse(asksForUsage),
                Quirk.EFFORT
                        .in(settings)
                        .map(way -> Effort.valueOf(way.toUpperCase(Locale.ROOT)))
                        .orElse(effort),
                Quirk.REASONING_FIELD
                        .in(settings)
                        .or(() -> Optional.ofNullable(reasoningField))
                        .filter(field -> !field.equals("none"))
                        .orElse(null),
                Quirk.CAP_FIELD.in(settings).isPresent());
    }

    private static Quirks of(String vendor) {
        return HOSTS.stream()
                .filter(known -> known.vendor.equals(vendor))
                .findFirst()
                .orElseThrow();
    }

    private static Quirks of(URI baseUrl) {
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

    /** The field that caps the output of a model. */
    String capField(ModelProfile profile) {
        String known = profile.capField();
        return known == null || capIsSet ? capField : known;
    }
}
