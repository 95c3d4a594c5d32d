package dev.assay.provider.similar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions in files of their own, those of a scope in one folder. A file's time of change is when it was last of use.
 * Never fails: what cannot be read was not there. Thread-safe.
 */
final class QuestionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionFolder.class);

    private final Path folder;
    private final InstantSource clock;
    private final AtomicBoolean complained = new AtomicBoolean();

    QuestionFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The questions of a scope that were last of use, the longest unused first; at most {@code most}. */
    List<KeptQuestion> read(String scope, int most) {
        Path place = folder.resolve(scope);
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(SimilarQuestions.FILE))
                    .sorted(Comparator.comparing(QuestionFolder::used))
                    .toList();
            return found.stream()
                    .skip(Math.max(0, found.size() - most))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            complain("read", e);
            return List.of();
        }
    }

    void keep(String scope, KeptQuestion question) {
        Path file = file(scope, question.key());
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "question", ".part");
            try {
                Files.writeString(part, question.toJson());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            complain("write", e);
        }
    }

    /** It was of use now. */
    void used(String scope, String key) {
        try {
            Files.setLastModifiedTime(file(scope, key), FileTime.from(clock.instant()));
        } catch (IOException e) {
            complain("write", e);
        }
    }

    void forget(String scope, String key) {
        try {
            Files.deleteIfExists(file(scope, key));
        } catch (IOException e) {
            complain("write", e);
        }
    }

    private Path file(String scope, String key) {
        return folder.resolve(scope).resolve(key + SimilarQuestions.FILE);
    }

    private static FileTime used(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private Optional<KeptQuestion> read(Path file) {
        try {
            return KeptQuestion.read(Files.readString(file));
        } catch (IOException e) {
            // Another process took it away meanwhile.
            return Optional.empty();
        }
    }

    private void complain(String what, Exception e) {
        if (complained.compareAndSet(false, true)) {
            LOG.warn("Cannot {} the questions of the cache in {}: {}", what, folder, e.toString());
        }
    }
}
