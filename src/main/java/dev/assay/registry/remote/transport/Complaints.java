package dev.assay.registry.remote.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Remembers what a program complained of, since that says best why an exchange failed. */
final class Complaints {
    private static final int LIMIT = 16_384;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    /** The last line that is no notice of progress; empty where there was none. */
    String last() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("Warning: Permanently added"))
                    .filter(line -> !line.startsWith("Please make sure") && !line.startsWith("and the repository"))
                    .reduce((first, second) -> second)
                    .orElse("");
        }
    }

    Process listenTo(Process process) {
        return new Heard(process);
    }

    /** A process whose complaints are remembered while they are read. */
    private final class Heard extends Process {
        private final Process process;
        private final InputStream errors;

        Heard(Process process) {
            this.process = process;
            this.errors = new Tee(process.getErrorStream());
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return process.getInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return errors;
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
            return process.waitFor(timeout, unit);
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }
    }

    private final class Tee extends InputStream {
        private final InputStream in;

        Tee(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            synchronized (heard) {
                if (count > 0 && heard.size() < LIMIT) {
                    heard.write(bytes, offset, count);
                }
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
