package dev.assay.registry.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A folder to watch.
 *
 * @param folder absolute, itself no link
 * @param deep whether the folders in it are watched too
 * @param area what it belongs to
 * @param counts whether a file or folder of that name matters
 */
record Place(Path folder, boolean deep, Area area, Predicate<String> counts) {
    private static final List<String> PASSING =
            List.of("~", "#", ".swp", ".swo", ".swx", ".tmp", ".lock", ".part", ".crswap", "___");

    /**
     * A folder with all that is in it. Hidden files do not count, nor do those that editors and git make for a moment
     * only.
     */
    static Place deep(Path folder, Area area) {
        return new Place(folder, true, area, Place::isLasting);
    }

    /** Some files of a folder. */
    static Place shallow(Path folder, Area area, Predicate<String> counts) {
        return new Place(folder, false, area, counts);
    }

    /** The folders in a folder that are watched too. */
    List<Path> folders(Path in) {
        if (!deep) {
            return List.of();
        }
        return content(in).stream().filter(Place::isFolder).toList();
    }

    /** What matters in a folder; empty where it cannot be read. */
    List<Path> content(Path in) {
        var content = new ArrayList<Path>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(in, this::matters)) {
            all.forEach(content::add);
        } catch (IOException | DirectoryIteratorException e) {
            // It went away meanwhile or may not be read: there is nothing to see.
            return List.of();
        }
        return content;
    }

    private boolean matters(Path file) {
        Path name = file.getFileName();
        return name != null && counts.test(name.toString());
    }

    /** Whether it is a folder, and no link to one. */
    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    // Vim makes a file 4913 to see whether it may write.
    private static boolean isLasting(String name) {
        return !name.startsWith(".")
                && !name.startsWith("#")
                && !name.equals("4913")
                && PASSING.stream().noneMatch(name::endsWith);
    }
}
