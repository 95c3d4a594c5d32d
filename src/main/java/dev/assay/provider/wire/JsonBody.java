package dev.assay.provider.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A JSON body that is sent at most once, so that no call is billed twice. */
public final class JsonBody extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");
    private final byte[] bytes;

    /** The body of a text of JSON. */
    public JsonBody(String json) {
        this.bytes = json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
