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
        String stream = stream();
        String end = extension.equals("sse") ? "\n\n" : "\n";
        return stream.substring(0, stream.indexOf(end, stream.indexOf("Good")) + end.length());
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
