package dev.assay.provider.http;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** A response body that tells the clock of its bytes, keeps the first of them, and has an upper size. */
final class WatchedBody extends ForwardingSource {
    private static final long KEPT_BYTES = 1L << 20;
    private static final long LARGEST_BYTES = 64L << 20;
    private final CallWatch watch;
    private final Buffer kept;
    private long total;

    /**
     * Wraps a body.
     *
     * @param kept where the first MiB is copied to
     */
    WatchedBody(Source body, CallWatch watch, Buffer kept) {
        super(body);
        this.watch = watch;
        this.kept = kept;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long before = sink.size();
        watch.waits();
        long read = super.read(sink, byteCount);
        if (read > 0) {
            watch.bytes();
            total += read;
            long room = KEPT_BYTES - kept.size();
            if (room > 0) {
                // Bytes, not segments: a shared segment would keep 8 KiB alive for the few bytes of an event.
                sink.copyTo(kept.outputStream(), before, Math.min(room, read));
            }
        }
        if (total > LARGEST_BYTES) {
            throw new TooLarge();
        }
        return read;
    }

    /** The body is larger than any answer. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the answer is larger than 64 MiB");
        }
    }
}
