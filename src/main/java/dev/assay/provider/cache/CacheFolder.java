package dev.assay.provider.cache;

import dev.assay.provider.similar.SimilarQuestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a cache on disk.
 *
 * @param folder need not be there
 */
public record CacheFolder(Path folder) {
    static final String ENTRY = ".entry";
    static final String PART = ".part";

    private static final int DEPTH = 3;

    /**
     * What it holds.
     *
     * @param entries number of answers
     * @param bytes their size, with that of the questions by which similar ones are found
     */
    public record Size(int entries, long bytes) {}

    private record Kept(Path file, long bytes, Instant used) {
        boolean isAnswer() {
            return !file.toString().endsWith(SimilarQuestions.FILE);
        }
    }

    /** What it holds now. */
    public Size size() throws IOException {
        return size(kept());
    }

    /** Removes all of it; returns what that was. */
    public Size clear() throws IOException {
        List<Kept> kept = kept();
        for (Kept one : kept) {
            Files.deleteIfExists(one.file);
        }
        return size(kept);
    }

    private static Size size(List<Kept> kept) {
        return new Size(
                (int) kept.stream().filter(Kept::isAnswer).count(),
                kept.stream().mapToLong(Kept::bytes).sum());
    }

    /** Where the questions are by which similar ones are found; need not be there. */
    public Path questions() {
        return folder.resolve("similar");
    }

    /** Removes what was last of use before {@code oldest}, and then the longest unused until the rest fits. */
    public void trim(long maxBytes, Instant oldest) throws IOException {
        List<Kept> kept = new ArrayList<>(kept());
        kept.sort(Comparator.comparing(Kept::used));
        long bytes = kept.stream().mapToLong(Kept::bytes).sum();
        for (Kept one : kept) {
            if (bytes <= maxBytes && !one.used.isBefore(oldest)) {
                return;
            }
            Files.deleteIfExists(one.file);
            bytes -= one.bytes;
        }
    }

    /** Also the parts that a process left when it was killed. */
    private List<Kept> kept() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENTRY) || name.endsWith(PART) || name.endsWith(SimilarQuestions.FILE)) {
                    add(file, kept);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return kept;
    }

    private static void add(Path file, List<Kept> kept) throws IOException {
        try {
            var facts = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            kept.add(new Kept(file, facts.size(), facts.lastModifiedTime().toInstant()));
        } catch (java.nio.file.NoSuchFileException e) {
            // Another process took it away meanwhile.
            return;
        }
    }
}
