package dev.assay.provider.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import okio.Buffer;

/**
 * The beginning of a body, kept while the answer arrives. All but its first and last few kilobytes lie packed: the events
 * of a stream repeat each other, and of a thousand streams at once each may last for long. Used by one thread.
 */
final class KeptBody {
    private static final int LARGEST = 1 << 20;
    private static final int BLOCK = 4096;

    /** Plain, as the others are packed by what it has in common with them. */
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();

    private final List<byte[]> packed = new ArrayList<>();
    private final ByteArrayOutputStream last = new ByteArrayOutputStream();
    private int size;

    /** Keeps some bytes of a buffer, which stays as it is; those after the first MiB are not kept. */
    void add(Buffer buffer, long from, long count) {
        int room = (int) Math.min(count, LARGEST - size);
        if (room > 0) {
            var part = new Buffer();
            buffer.copyTo(part, from, room);
            add(part.readByteArray());
        }
    }

    /** Keeps some text; what is after the first MiB is not kept. */
    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length <= LARGEST - size ? bytes : Arrays.copyOf(bytes, LARGEST - size));
    }

    private void add(byte[] bytes) {
        size += bytes.length;
        int at = Math.min(bytes.length, BLOCK - first.size());
        first.write(bytes, 0, at);
        while (at < bytes.length) {
            int taken = Math.min(bytes.length - at, BLOCK - last.size());
            last.write(bytes, at, taken);
            at += taken;
            if (last.size() == BLOCK) {
                packed.add(pack(last.toByteArray()));
                last.reset();
            }
        }
    }

    /** What is kept, as UTF-8. */
    @Override
    public String toString() {
        var all = new ByteArrayOutputStream(size);
        all.writeBytes(first.toByteArray());
        packed.forEach(block -> all.writeBytes(unpack(block)));
        all.writeBytes(last.toByteArray());
        return all.toString(StandardCharsets.UTF_8);
    }

    /** How many bytes of memory hold it, about. */
    int held() {
        return first.size()
                + last.size()
                + packed.stream().mapToInt(block -> block.length).sum();
    }

    private byte[] pack(byte[] plain) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setDictionary(first.toByteArray());
            deflater.setInput(plain);
            deflater.finish();
            // Bytes that cannot be packed become a little longer.
            var room = new byte[BLOCK + 64];
            return Arrays.copyOf(room, deflater.deflate(room));
        }
    }

    private byte[] unpack(byte[] block) {
        try (var inflater = new Inflater(true)) {
            inflater.setDictionary(first.toByteArray());
            inflater.setInput(block);
            var plain = new byte[BLOCK];
            int read = 0;
            while (read < BLOCK) {
                read += inflater.inflate(plain, read, BLOCK - read);
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IllegalStateException("What was packed here cannot be unpacked", e);
        }
    }
}
