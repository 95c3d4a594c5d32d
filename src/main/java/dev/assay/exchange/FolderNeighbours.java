package dev.assay.exchange;

import dev.assay.exchange.source.Neighbours;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The files in a folder and below it; links that lead out of it are not followed.
 *
 * @param folder the folder
 */
record FolderNeighbours(Path folder) implements Neighbours {
    private static final int DEEPEST = 8;
    private static final int MOST_MATCHES = 500;

    @Override
    public Optional<String> read(String path) {
        try {
            Path root = folder.toRealPath();
            Path wanted = root.resolve(path).normalize();
            boolean inside = wanted.startsWith(root)
                    && Files.isRegularFile(wanted)
                    && wanted.toRealPath().startsWith(root);
            return inside ? Optional.of(new FileText(wanted, path).all()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> matching(String pattern) {
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceFirst("^(\\./)+", ""));
        } catch (PatternSyntaxException e) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder, DEEPEST)) {
            return tree.map(folder::relativize)
                    .filter(matcher::matches)
                    .filter(path -> Files.isRegularFile(folder.resolve(path)))
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .limit(MOST_MATCHES)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException("Cannot read the folder of " + pattern + ": " + e.getMessage(), e);
        }
    }
}
