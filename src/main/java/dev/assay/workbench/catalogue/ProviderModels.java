package dev.assay.workbench.catalogue;

import dev.assay.llm.LlmException;
import java.util.List;

/** What came of asking a provider for its models. */
public sealed interface ProviderModels {

    /** How the user calls the provider. */
    String provider();

    /** It told them. */
    record Offered(String provider, List<ListedModel> models) implements ProviderModels {
        public Offered {
            models = List.copyOf(models);
        }
    }

    /** It did not. */
    record Failed(String provider, LlmException failure) implements ProviderModels {}
}
