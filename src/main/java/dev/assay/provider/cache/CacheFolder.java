package dev.assay.provider.cache;

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

    /**
     * What it holds.
     *
     * @param entries number of answers
     * @param bytes their size
     */
    public record Size(int entries, long bytes) {}

    private record Kept(Path file, long bytes, Instant used) {}

    /** What it holds now. */
    public Size size() throws IOException {
        List<Kept> kept = kept();
        return new Size(kept.size(), kept.stream().mapToLong(Kept::bytes).sum());
    }

    /** Removes all of it; returns what that was. */
    public Size clear() throws IOException {
        List<Kept> kept = kept();
        for (Kept one : kept) {
            Files.deleteIfExists(one.file);
        }
        return new Size(kept.size(), kept.stream().mapToLong(Kept::bytes).sum());
    }

    /** Removes what was last of use before {@code oldest}, and then the longest unused until the rest fits. */
    void trim(long maxBytes, Instant oldest) throws IOException {
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
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENTRY) || name.endsWith(PART)) {
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
