package dev.assay.exchange.log;

import dev.assay.history.LoggedCall;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log of one JSON object a line, however long the log is. A call is known again by its line: the same file read
 * twice, or read again after it has grown, adds nothing twice. Equal lines of one file are calls of their own.
 */
public final class LogFile {
    private static final int AT_ONCE = 5000;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int NAMED_LINES = 20;
    private static final int DIGITS = 20;

    private final Path file;
    private final ToIntFunction<List<LoggedCall>> sink;
    private final Progress progress;
    private final MessageDigest digest = sha256();
    private final Map<Long, Integer> seen = new HashMap<>();
    private final List<LoggedCall> batch = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private long bytes;
    private long line;
    private long read;
    private long added;
    private long left;

    private LogFile(Path file, ToIntFunction<List<LoggedCall>> sink, Progress progress) {
        this.file = file;
        this.sink = sink;
        this.progress = progress;
    }

    /** Hears how far a file is read. */
    @FunctionalInterface
    public interface Progress {
        /** So many of all bytes are read, and so many calls found in them. */
        void reached(long bytes, long of, long calls);
    }

    /**
     * A line that was left out.
     *
     * @param line its number from 1
     * @param reason why
     */
    public record Rejected(long line, String reason) {}

    /**
     * What became of a log.
     *
     * @param read calls that were read
     * @param added those that were new
     * @param rejected lines that were left out
     * @param reasons why, of the first of them
     */
    public record Result(long read, long added, long rejected, List<Rejected> reasons) {
        public Result {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Reads a whole log.
     *
     * @param sink takes calls in and tells how many were new
     * @throws InputException where the file is not there, or none of its lines is a call
     * @throws StorageException where it cannot be read
     */
    public static Result read(Path file, ToIntFunction<List<LoggedCall>> sink, Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no file " + file);
        }
        return new LogFile(file, sink, progress).readAll();
    }

    private Result readAll() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), LONGEST_LINE)) {
            long size = Files.size(file);
            for (byte[] next = nextLine(in); next != null; next = nextLine(in)) {
                take(next);
                if (batch.size() == AT_ONCE) {
                    flush();
                    progress.reached(bytes, size, read);
                }
            }
            flush();
            progress.reached(size, size, read);
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        if (read == 0) {
            String why = rejected.isEmpty()
                    ? "it is empty"
                    : "line " + rejected.getFirst().line() + ": "
                            + rejected.getFirst().reason();
            throw new InputException("No line of " + file + " is a call (" + why + "): each must be a JSON object with"
                    + " timestamp, provider, model, prompt_tokens, completion_tokens, latency_ms, cost_usd and error");
        }
        return new Result(read, added, left, rejected);
    }

    /** The bytes up to the end of the line, or of the file; null where there are none. */
    private byte @Nullable [] nextLine(InputStream in) throws IOException {
        var text = new ByteArrayOutputStream(512);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        line++;
        boolean tooLong = false;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            bytes++;
            tooLong |= text.size() == LONGEST_LINE;
            if (!tooLong) {
                text.write(next);
            }
        }
        bytes++;
        if (tooLong) {
            reject("it has more than " + LONGEST_LINE + " bytes");
            return new byte[0];
        }
        return text.toByteArray();
    }

    private void take(byte[] text) {
        if (isBlank(text)) {
            return;
        }
        try {
            var figures = LogLine.read(text);
            read++;
            batch.add(new LoggedCall(id(text), figures));
        } catch (LogLine.Unreadable e) {
            reject(e.reason());
        }
    }

    private void reject(String reason) {
        left++;
        if (rejected.size() < NAMED_LINES) {
            rejected.add(new Rejected(line, reason));
        }
    }

    private static boolean isBlank(byte[] text) {
        for (byte one : text) {
            if (one > ' ' || one < 0) {
                return false;
            }
        }
        return true;
    }

    private String id(byte[] text) {
        int end = text.length > 0 && text[text.length - 1] == '\r' ? text.length - 1 : text.length;
        digest.update(text, 0, end);
        byte[] hash = digest.digest();
        int before = seen.merge(ByteBuffer.wrap(hash).getLong(), 1, Integer::sum);
        return "log:" + HexFormat.of().formatHex(hash, 0, DIGITS) + (before == 1 ? "" : "-" + before);
    }

    private void flush() {
        if (!batch.isEmpty()) {
            added += sink.applyAsInt(List.copyOf(batch));
            batch.clear();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
