package dev.assay.provider;

import dev.assay.provider.anthropic.AnthropicDialect;
import dev.assay.provider.bedrock.BedrockDialect;
import dev.assay.provider.cohere.CohereDialect;
import dev.assay.provider.gemini.GeminiDialect;
import dev.assay.provider.ollama.OllamaDialect;
import dev.assay.provider.openai.OpenAiDialect;
import dev.assay.provider.responses.ResponsesDialect;
import dev.assay.provider.wire.WireDialect;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.util.Map;

/** The wire protocols by the names that settings give them. */
public final class WireDialects {
    private WireDialects() {}

    /** The protocol of a provider. */
    public static WireDialect of(ProviderSettings settings) {
        return of(settings.dialect(), settings.baseUrl(), settings.quirks());
    }

    /** A protocol as it is spoken at an address, by a server that differs so from others. */
    public static WireDialect of(Dialect dialect, URI baseUrl, Map<String, String> quirks) {
        return switch (dialect) {
            case OPENAI -> new OpenAiDialect(baseUrl, quirks);
            case OPENAI_RESPONSES -> new ResponsesDialect(baseUrl, quirks);
            case ANTHROPIC -> new AnthropicDialect();
            case BEDROCK -> new BedrockDialect(baseUrl);
            case COHERE -> new CohereDialect();
            case GEMINI -> new GeminiDialect();
            case OLLAMA -> new OllamaDialect();
        };
    }
}
