package dev.assay.provider.http;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** A response body that tells the clock of its bytes, keeps the first of them, and has an upper size. */
final class WatchedBody extends ForwardingSource {
    private static final long LARGEST_BYTES = 64L << 20;
    private final CallWatch watch;
    private final KeptBody kept;
    private final long largest;
    private long total;

    /**
     * Wraps a body.
     *
     * @param kept where the first MiB is copied to
     */
    WatchedBody(Source body, CallWatch watch, KeptBody kept) {
        this(body, watch, kept, LARGEST_BYTES);
    }

    /** The same with another upper size, in bytes. */
    WatchedBody(Source body, CallWatch watch, KeptBody kept, long largest) {
        super(body);
        this.largest = largest;
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
            kept.add(sink, before, read);
        }
        if (total > largest) {
            throw new TooLarge(largest >> 20);
        }
        return read;
    }

    /** The body is larger than any answer. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long mebibytes) {
            super("the answer is larger than " + mebibytes + " MiB");
        }
    }
}
