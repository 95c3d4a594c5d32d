package dev.assay.history.database;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The right to use the history of a folder, which one process has at a time. The operating system takes it back when
 * the process dies, however it dies; a text file beside the lock tells the others who has it.
 */
final class HistoryLock implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Path holderFile;
    private final FileChannel channel;

    private HistoryLock(Path holderFile, FileChannel channel) {
        this.holderFile = holderFile;
        this.channel = channel;
    }

    /** Takes the lock where it is free. */
    static Optional<HistoryLock> tryAcquire(Path folder, String holder) {
        Path holderFile = folder.resolve("history.holder");
        try {
            Files.createDirectories(folder);
            // On some systems a process that opens and closes the file once more loses the lock it has.
            if (lines(holderFile).contains(thisProcess())) {
                return Optional.empty();
            }
            var channel = FileChannel.open(
                    folder.resolve("history.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean mine = false;
            try {
                if (isLocked(channel)) {
                    sign(holderFile, holder);
                    mine = true;
                    return Optional.of(new HistoryLock(holderFile, channel));
                }
                return Optional.empty();
            } finally {
                if (!mine) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new StorageException(
                    "Cannot lock the history in " + folder + ": " + HistorySession.reason(e)
                            + "; see that the folder can be written to",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Who has the lock, for the user: name, process and since when. */
    static String holder(Path folder) {
        List<String> lines = lines(folder.resolve("history.holder"));
        return lines.isEmpty() ? "another process" : lines.getFirst();
    }

    private static void sign(Path holderFile, String holder) throws IOException {
        String since = TIME.format(LocalDateTime.now(ZonedDateTime.now().getZone()));
        long pid = ProcessHandle.current().pid();
        Files.write(holderFile, List.of(holder + " (process " + pid + ", since " + since + ")", thisProcess()));
    }

    /** Process ids come round again, so the time of its start goes with it. */
    private static String thisProcess() {
        var process = ProcessHandle.current();
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(holderFile);
        } catch (IOException e) {
            throw new StorageException("Cannot unlock " + holderFile + ": " + HistorySession.reason(e), e);
        }
    }
}
