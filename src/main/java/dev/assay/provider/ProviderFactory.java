package dev.assay.provider;

import dev.assay.llm.LlmProvider;
import dev.assay.provider.anthropic.AnthropicDialect;
import dev.assay.provider.cohere.CohereDialect;
import dev.assay.provider.gemini.GeminiDialect;
import dev.assay.provider.http.HttpTransport;
import dev.assay.provider.http.WireDialect;
import dev.assay.provider.http.WireProvider;
import dev.assay.provider.ollama.OllamaDialect;
import dev.assay.provider.openai.OpenAiDialect;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.provider.resilience.ResilientProvider;
import dev.assay.provider.responses.ResponsesDialect;
import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;

/** Builds the provider that settings describe: the protocol, and around it what every provider needs. */
final class ProviderFactory {
    private ProviderFactory() {}

    static LlmProvider create(ProviderSettings settings, ModelProfiles profiles, HttpTransport transport) {
        if (settings.apiKey() instanceof ApiKey.Missing missing) {
            return new KeylessProvider(settings, missing);
        }
        return new ResilientProvider(new WireProvider(settings, dialect(settings), profiles, transport), settings);
    }

    /** The wire protocol of a provider. */
    static WireDialect dialect(ProviderSettings settings) {
        return switch (settings.dialect()) {
            case OPENAI -> new OpenAiDialect(settings.baseUrl());
            case OPENAI_RESPONSES -> new ResponsesDialect(settings.baseUrl());
            case ANTHROPIC -> new AnthropicDialect();
            case COHERE -> new CohereDialect();
            case GEMINI -> new GeminiDialect();
            case OLLAMA -> new OllamaDialect();
        };
    }
}
