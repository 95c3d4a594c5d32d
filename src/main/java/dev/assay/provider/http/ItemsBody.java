package dev.assay.provider.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body of many documents, sent at most once, so that nothing is billed twice. */
final class ItemsBody extends RequestBody {
    private static final MediaType LINES = MediaType.get("application/jsonl");
    private static final MediaType JSON = MediaType.get("application/json");

    private final MediaType type;
    private final byte[] head;
    private final List<byte[]> items;
    private final byte[] between;
    private final byte[] tail;

    private ItemsBody(MediaType type, String head, List<byte[]> items, String between, String tail) {
        this.type = type;
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.items = items;
        this.between = between.getBytes(StandardCharsets.UTF_8);
        this.tail = tail.getBytes(StandardCharsets.UTF_8);
    }

    /** One document a line. */
    static ItemsBody lines(List<byte[]> items) {
        return new ItemsBody(LINES, "", items, "\n", "\n");
    }

    /** A JSON object that holds the documents as a list. */
    static ItemsBody list(String field, List<byte[]> items) {
        return new ItemsBody(JSON, "{\"" + field + "\":[", items, ",", "]}");
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return head.length
                + items.stream().mapToLong(item -> item.length).sum()
                + (long) between.length * (items.size() - 1)
                + tail.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(head);
        for (int i = 0; i < items.size(); i++) {
            sink.write(i == 0 ? new byte[0] : between).write(items.get(i));
        }
        sink.write(tail);
    }
}
