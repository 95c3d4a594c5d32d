package dev.assay.settings;

import java.net.URI;
import java.util.Locale;

/** The wire protocol that a provider speaks. */
public enum Dialect {
    /** OpenAI chat completions, spoken by most servers. */
    OPENAI("https://api.openai.com/v1"),
    /** OpenAI responses, which some newer models of OpenAI speak alone. */
    OPENAI_RESPONSES("https://api.openai.com/v1"),
    /** Anthropic messages. */
    ANTHROPIC("https://api.anthropic.com"),
    /** Google's generateContent. */
    GEMINI("https://generativelanguage.googleapis.com/v1beta"),
    /** Cohere chat, version 2. */
    COHERE("https://api.cohere.com"),
    /** Converse of AWS Bedrock; the region stands in the address. */
    BEDROCK("https://bedrock-runtime.us-east-1.amazonaws.com"),
    /** Ollama's native chat. */
    OLLAMA("http://localhost:11434");

    private final URI defaultUrl;

    Dialect(String defaultUrl) {
        this.defaultUrl = URI.create(defaultUrl);
    }

    /** Where this protocol is spoken when the user names no address. */
    public URI defaultUrl() {
        return defaultUrl;
    }

    /** The name used in {@code providers.yaml}. */
    public String yamlName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
