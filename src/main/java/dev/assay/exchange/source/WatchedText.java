package dev.assay.exchange.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text whose reading is watched.
 *
 * @param text what is read
 * @param progress is told every now and then
 */
record WatchedText(SourceText text, Progress progress) implements SourceText {
    private static final int STEP = 1 << 16;

    @Override
    public Reader open() {
        return new Watched(text.open());
    }

    @Override
    public String all() {
        return text.all();
    }

    @Override
    public long size() {
        return text.size();
    }

    private final class Watched extends FilterReader {
        private long read;
        private long told;

        Watched(Reader reader) {
            super(reader);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(count);
            return count;
        }

        private void count(int more) {
            read += Math.max(0, more);
            if (read - told >= STEP) {
                told = read;
                progress.at(Math.min(1, (double) read / Math.max(1, size())));
            }
        }
    }
}
