package dev.assay.history.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder beside the history in which another file is made to take its place. Only a whole file is moved there, so that
 * whatever goes wrong before leaves the history as it was.
 */
final class Workshop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final String NAME = "history-work-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final DatabaseFile history;
    private final Path folder;

    private Workshop(DatabaseFile history, Path folder) {
        this.history = history;
        this.folder = folder;
    }

    /**
     * Deletes what a process that was killed in the middle of its work has left, which may be secret. The caller holds the
     * history, so that nobody is at work.
     */
    static void sweep(Path historyFolder) {
        try (var left = Files.newDirectoryStream(historyFolder, NAME + "*")) {
            left.forEach(Workshop::delete);
        } catch (IOException e) {
            LOG.warn("Cannot look for what is left in {}", historyFolder, e);
        }
    }

    /** An empty one. Nobody else may use the history until it is closed. */
    static Workshop of(DatabaseFile history) {
        try {
            Files.createDirectories(history.folder());
            return new Workshop(history, Files.createTempDirectory(history.folder(), NAME));
        } catch (IOException e) {
            throw DatabaseFile.failed("Cannot work on the run history in " + history.folder(), e);
        }
    }

    /** A file of the workshop. */
    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** What may take the place of the history. */
    DatabaseFile made() {
        return history.in(folder);
    }

    /** Puts what was made in the place of the history, whose file keeps its bytes under another name. */
    Path swap(String why) {
        Path aside = aside(why);
        try {
            if (history.isThere()) {
                keep(history.path(), aside);
            }
            moveIn();
            return aside;
        } catch (IOException e) {
            throw DatabaseFile.failed("Cannot put another file in the place of the run history " + history.path(), e);
        }
    }

    /** Puts what was made in the place of the history, whose file is gone then. */
    void replace() {
        try {
            moveIn();
        } catch (IOException e) {
            throw DatabaseFile.failed("Cannot put another file in the place of the run history " + history.path(), e);
        }
    }

    private void moveIn() throws IOException {
        Files.move(made().path(), history.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives a file another name besides its own, so that at no moment there is none under its own. */
    private static void keep(Path file, Path aside) throws IOException {
        try {
            Files.createLink(aside, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("Copies {}, since it cannot be linked", file, e);
            Files.copy(file, aside, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private Path aside(String why) {
        String time = TIME.format(LocalDateTime.now(ZonedDateTime.now().getZone()));
        Path aside = history.folder().resolve("history." + why + "-" + time + ".mv.db");
        for (int i = 2; Files.exists(aside); i++) {
            aside = history.folder().resolve("history." + why + "-" + time + "-" + i + ".mv.db");
        }
        return aside;
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warn("Cannot tidy up {}", folder, e);
        }
    }
}
