package dev.assay.provider;

import dev.assay.llm.LlmProvider;
import dev.assay.provider.connection.HttpTransport;
import dev.assay.provider.http.WireProvider;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.provider.resilience.ResilientProvider;
import dev.assay.provider.wire.WireDialect;
import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;

/** Builds the provider that settings describe: the protocol, and around it what every provider needs. */
final class ProviderFactory {
    private ProviderFactory() {}

    static LlmProvider create(ProviderSettings settings, ModelProfiles profiles, HttpTransport transport) {
        if (settings.apiKey() instanceof ApiKey.Missing missing) {
            return new KeylessProvider(settings, missing);
        }
        WireDialect dialect = WireDialects.of(settings);
        var guarded = new ResilientProvider(new WireProvider(settings, dialect, profiles, transport), settings);
        return dialect.embeddings()
                .<LlmProvider>map(embeddings -> new BatchedProvider(guarded, embeddings.limits()))
                .orElse(guarded);
    }
}
