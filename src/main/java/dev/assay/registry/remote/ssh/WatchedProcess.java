package dev.assay.registry.remote.ssh;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process whose complaints are remembered while they are read, and whose silence is bounded. */
final class WatchedProcess extends Process {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Process process;
    private final Silence silence;
    private final InputStream answers;
    private final Complaints complaints;
    private final Thread listener;
    private final OutputStream questions;

    WatchedProcess(Process process, Complaints complaints, Silence silence) {
        this.process = process;
        this.silence = silence;
        this.answers = new Answers(process.getInputStream());
        this.complaints = complaints;
        this.questions = new Questions(process.getOutputStream());
        this.listener =
                Thread.ofVirtual().name("complaints of " + process.pid()).start(this::listen);
    }

    @Override
    public OutputStream getOutputStream() {
        return questions;
    }

    @Override
    public InputStream getInputStream() {
        return answers;
    }

    /** Empty: complaints are listened to here, to the last, which nobody else waits for. */
    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    private void listen() {
        var bytes = new byte[1024];
        try (InputStream errors = process.getErrorStream()) {
            for (int count = errors.read(bytes); count >= 0; count = errors.read(bytes)) {
                silence.stirred();
                complaints.hear(bytes, 0, count);
            }
        } catch (IOException e) {
            // It was ended; what it said until then is heard.
        }
    }

    /** Waits a moment for the last complaint of a process that ends. */
    void settle() {
        try {
            listener.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        Silence.end(process);
    }

    /** What the remote answers, which is what we wait for. */
    private final class Answers extends FilterInputStream {
        Answers(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            silence.begins();
            int read = in.read();
            silence.answered();
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            silence.begins();
            int count = in.read(bytes, offset, length);
            silence.answered();
            return count;
        }
    }

    /** What we send; a remote that does not read it keeps us waiting as well. */
    private final class Questions extends FilterOutputStream {
        Questions(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            silence.begins();
            out.write(one);
            silence.ends();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            silence.begins();
            out.write(bytes, offset, length);
            silence.ends();
        }

        @Override
        public void flush() throws IOException {
            silence.begins();
            out.flush();
            silence.ends();
        }
    }
}
