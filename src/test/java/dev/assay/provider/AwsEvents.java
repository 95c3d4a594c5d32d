package dev.assay.provider;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ByteString;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Writes AWS's binary events. */
final class AwsEvents {
    /** Every byte is a character, also where it is none of UTF-8. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final Pattern EVENT = Pattern.compile("\\{\"(\\w+)\":(.*)}");
    private static final Pattern ERROR = Pattern.compile("\\{\"error\":\\{\"type\":\"(\\w+)\",(.*)}}");

    private AwsEvents() {}

    /** The events of lines such as {@code {"messageStart":{}}}; those called {@code error} become exceptions. */
    static Buffer of(ByteString lines) {
        var frames = new Buffer();
        lines.string(BYTES).lines().forEach(line -> {
            Matcher error = ERROR.matcher(line);
            Matcher event = EVENT.matcher(line);
            if (error.matches()) {
                frames.write(frame("exception", ":exception-type", error.group(1), "{" + error.group(2) + "}"));
            } else if (event.matches()) {
                frames.write(frame("event", ":event-type", event.group(1), event.group(2)));
            } else {
                throw new IllegalArgumentException(line);
            }
        });
        return frames;
    }

    private static byte[] frame(String kind, String typeHeader, String type, String payload) {
        var headers = Map.of(":message-type", HeaderValue.fromString(kind), typeHeader, HeaderValue.fromString(type));
        var bytes = new Message(headers, payload.getBytes(BYTES)).toByteBuffer();
        var array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }
}
