package dev.assay.provider.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.provider.wire.WireJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * Cuts AWS's binary event stream into JSON documents with the kind of the event as their only field. An exception
 * becomes a document with the field {@code error}. Checksums are checked: what is damaged becomes words, no document.
 */
public final class AwsEventReader implements EventReader {
    /** The lengths of the whole and of the headers, and the checksum of both. */
    private static final int PRELUDE = 12;

    private static final int CHECKED = 8;
    private static final int LARGEST = 24 << 20;
    private static final int LONGEST_NONSENSE = 4096;
    private static final String DAMAGED = "an event whose checksum is wrong";
    private final BufferedSource source;
    private boolean begun;

    /** Reads the events of a source. */
    public AwsEventReader(BufferedSource source) {
        this.source = source;
    }

    @Override
    public @Nullable String next() throws IOException {
        if (source.exhausted()) {
            return null;
        }
        if (begun) {
            source.require(PRELUDE);
        }
        int length = source.request(PRELUDE) ? length() : 0;
        if (length == 0) {
            return nonsense();
        }
        source.require(length);
        begun = true;
        try {
            return document(Message.decode(ByteBuffer.wrap(source.readByteArray(length))));
        } catch (RuntimeException e) {
            // The library tells of wrong checksums and lengths by several types.
            return DAMAGED;
        }
    }

    /** The length of the event that follows in bytes, or 0 where none does. */
    private int length() throws IOException {
        byte[] prelude = source.peek().readByteArray(PRELUDE);
        var sum = new CRC32();
        sum.update(prelude, 0, CHECKED);
        ByteBuffer numbers = ByteBuffer.wrap(prelude);
        int length = numbers.getInt();
        boolean sound = numbers.getInt(CHECKED) == (int) sum.getValue();
        return sound && length > PRELUDE && length <= LARGEST ? length : 0;
    }

    /** What is there instead of an event, as a proxy may answer with a page. */
    private String nonsense() throws IOException {
        source.request(LONGEST_NONSENSE);
        String text = source.getBuffer().readUtf8();
        return begun || text.indexOf('\0') >= 0 ? DAMAGED : text;
    }

    private static String document(Message message) {
        Map<String, HeaderValue> headers = message.getHeaders();
        JsonNode payload = WireJson.read(new String(message.getPayload(), StandardCharsets.UTF_8))
                .orElseGet(WireJson::object);
        var document = WireJson.object();
        String kind = header(headers, ":message-type");
        if (kind.equals("exception") || kind.equals("error")) {
            boolean exception = kind.equals("exception");
            String said = WireJson.textOrEmpty(payload, "message");
            document.putObject("error")
                    .put("type", header(headers, exception ? ":exception-type" : ":error-code"))
                    .put("message", exception ? said : header(headers, ":error-message"));
        } else {
            document.set(header(headers, ":event-type"), payload);
        }
        return document.toString();
    }

    private static String header(Map<String, HeaderValue> headers, String name) {
        HeaderValue value = headers.get(name);
        return value == null ? "" : value.getString();
    }
}
