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

    /** The name under which routes are asked as if they were models: {@code route:cheap-first}. */
    public static final String ROUTE = "route";

    /**
     * Reads {@code provider/model}, or {@code route:name} for {@code route/name}. Throws {@link InputException} where either
     * part is missing.
     */
    public static ModelId parse(String text) {
        if (text.startsWith(ROUTE + ":")) {
            return new ModelId(ROUTE, text.substring(ROUTE.length() + 1));
        }
        int slash = text.indexOf('/');
        return slash < 0 ? new ModelId(text, "") : new ModelId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Whether it stands for a route of the workspace, which chooses among models. */
    public boolean isRoute() {
        return provider.equals(ROUTE);
    }

    @Override
    public String toString() {
        return provider + "/" + model;
    }
}
