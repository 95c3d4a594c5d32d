package dev.assay.settings;

/** The wire protocol that a provider speaks. */
public enum Dialect {
    /** OpenAI chat completions, spoken by most servers. */
    OPENAI,
    /** Anthropic messages. */
    ANTHROPIC,
    /** Ollama's native chat. */
    OLLAMA
}
