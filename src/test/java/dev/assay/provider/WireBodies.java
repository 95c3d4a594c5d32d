package dev.assay.provider;

import dev.assay.settings.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Bodies of one protocol; each dialect has files of the same names that say the same thing. */
record WireBodies(Dialect dialect, String extension) {

    /** A whole answer: {@link LlmProviderContract#TEXT}, 21 tokens in, 5 out, finished. */
    String whole() {
        return read("whole.json");
    }

    /** The same answer as a stream. */
    String stream() {
        return read("stream." + extension);
    }

    /** The same body, but the model or its provider's filter declined to go on; unchanged where none can say so. */
    String declined(String body) {
        return switch (dialect) {
            case OPENAI -> body.replace("\"finish_reason\":\"stop\"", "\"finish_reason\":\"content_filter\"");
            case OPENAI_RESPONSES ->
                body.replace(
                                "\"status\":\"completed\",\"error\":null,\"incomplete_details\":null",
                                "\"status\":\"incomplete\",\"error\":null,"
                                        + "\"incomplete_details\":{\"reason\":\"content_filter\"}")
                        .replace("response.completed", "response.incomplete");
            case ANTHROPIC -> body.replace("\"end_turn\"", "\"refusal\"");
            case GEMINI -> body.replace("\"STOP\"", "\"SAFETY\"");
            case BEDROCK -> body.replace("\"end_turn\"", "\"guardrail_intervened\"");
            case COHERE, OLLAMA -> body;
        };
    }

    /** A whole answer that calls a tool: 5 tokens out. */
    String toolCall() {
        return read("tool-call.json");
    }

    /** A stream that calls it, and then once more without a value. */
    String toolCallStream() {
        return read("tool-call-stream." + extension);
    }

    /** A stream without usage. */
    String streamWithoutUsage() {
        return read("stream-without-usage." + extension);
    }

    /** The beginning of a stream with the text {@code Good}, then an error that says the server is overloaded. */
    String streamWithError() {
        return read("stream-with-error." + extension);
    }

    /** The beginning of a stream, up to the event with the text {@code Good}. */
    String beginning() {
        return upTo("Good");
    }

    /** The beginning of a stream, up to the event that holds a text. */
    String upTo(String text) {
        String stream = stream();
        return stream.substring(0, stream.indexOf(end(), stream.indexOf(text)) + end().length());
    }

    /** The event of a stream that holds a text. */
    String event(String text) {
        String upTo = upTo(text);
        int before = upTo.lastIndexOf(end(), upTo.indexOf(text));
        return upTo.substring(before < 0 ? 0 : before + end().length());
    }

    private String end() {
        return extension.equals("sse") ? "\n\n" : "\n";
    }

    private String read(String name) {
        String path = "/dev/assay/provider/" + dialect.yamlName() + "/" + name;
        try (InputStream in = Objects.requireNonNull(WireBodies.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
