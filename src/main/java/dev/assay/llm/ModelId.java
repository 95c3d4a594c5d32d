package dev.assay.llm;

/**
 * A model of a provider, written {@code provider/model}, for example {@code anthropic/claude-haiku-4-5}.
 *
 * @param provider the name under which the provider is configured; has no slash and is not blank
 * @param model the name exactly as it is sent to the provider; may itself contain slashes
 */
public record ModelId(String provider, String model) {
    public ModelId {
        if (provider.isBlank() || provider.contains("/") || model.isBlank()) {
            throw new InputException("'" + provider + "/" + model
                    + "' is not a model: write it as provider/model, for example offline/brief");
        }
    }

    /** Reads {@code provider/model}. Throws {@link InputException} where either part is missing. */
    public static ModelId parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new ModelId(text, "") : new ModelId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return provider + "/" + model;
    }
}
