package dev.assay.registry.remote.ssh;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** A process whose complaints are remembered while they are read, and whose silence is bounded. */
final class WatchedProcess extends Process {
    private final Process process;
    private final Silence silence;
    private final InputStream answers;
    private final InputStream errors;
    private final OutputStream questions;

    WatchedProcess(Process process, Complaints complaints, Silence silence) {
        this.process = process;
        this.silence = silence;
        this.answers = new Answers(process.getInputStream());
        this.errors = new Errors(process.getErrorStream(), complaints);
        this.questions = new Questions(process.getOutputStream());
    }

    @Override
    public OutputStream getOutputStream() {
        return questions;
    }

    @Override
    public InputStream getInputStream() {
        return answers;
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

    private final class Errors extends FilterInputStream {
        private final Complaints complaints;

        Errors(InputStream in, Complaints complaints) {
            super(in);
            this.complaints = complaints;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count > 0) {
                silence.stirred();
                complaints.hear(bytes, offset, count);
            }
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
