package dev.assay.exchange.exporting;

import dev.assay.settings.Dialect;
import java.net.URI;
import java.util.Map;

/**
 * Where exported code sends a prompt.
 *
 * @param dialect the protocol
 * @param baseUrl the address that the protocol's path is added to
 * @param keyVariable the environment variable that holds the key; empty where none is needed
 * @param quirks in what the server differs from others, as settings name it
 * @param assumed whether nothing is known of the model's provider, so that this is OpenAI's address for want of another
 */
public record Destination(
        Dialect dialect, URI baseUrl, String keyVariable, Map<String, String> quirks, boolean assumed) {
    private static final Destination OPENAI =
            new Destination(Dialect.OPENAI, Dialect.OPENAI.defaultUrl(), "OPENAI_API_KEY");

    public Destination {
        quirks = Map.copyOf(quirks);
    }

    /** A server that is as others are. */
    public Destination(Dialect dialect, URI baseUrl, String keyVariable) {
        this(dialect, baseUrl, keyVariable, Map.of(), false);
    }

    /** OpenAI's address, for a prompt that names no model. */
    public static Destination openAi() {
        return OPENAI;
    }

    /** OpenAI's address, for a model of whose provider nothing is known. */
    public static Destination unknown() {
        return new Destination(OPENAI.dialect, OPENAI.baseUrl, OPENAI.keyVariable, OPENAI.quirks, true);
    }
}
