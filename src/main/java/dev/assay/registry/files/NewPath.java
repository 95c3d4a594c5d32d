package dev.assay.registry.files;

import dev.assay.llm.InputException;
import dev.assay.registry.git.WorkspacePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refuses paths for new files that a colleague's system could not check out. */
final class NewPath {
    /** Names that Windows keeps for devices, whatever stands behind a dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** Marks that turn the direction of writing, so that a name looks like another. */
    private static final Pattern TURNING = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]");

    private static final int LONGEST = 240;

    private NewPath() {}

    /** Throws {@link InputException} where no new file should be called so. */
    static void require(WorkspacePaths paths, String path) {
        if (path.length() > LONGEST) {
            throw new InputException("The path " + path.substring(0, 40) + "... has " + path.length()
                    + " characters, more than the " + LONGEST + " that every system takes: choose a shorter name");
        }
        if (TURNING.matcher(path).find()) {
            throw new InputException("The name '" + TURNING.matcher(path).replaceAll("?")
                    + "' has a mark that turns the direction of writing: leave it out");
        }
        Path parent = paths.root();
        for (String part : path.split("/")) {
            if (DEVICE.matcher(part).matches()) {
                throw new InputException("'" + part
                        + "' is a device's name on Windows, where git could not make it: choose another name");
            }
            alike(parent, part).ifPresent(other -> {
                throw new InputException("'" + part + "' differs from '" + other
                        + "' in upper and lower case only, which is one file on many systems: choose another name");
            });
            parent = parent.resolve(part);
        }
    }

    private static Optional<String> alike(Path folder, String name) {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(name))) {
            return Optional.empty();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(other -> other.toLowerCase(Locale.ROOT).equals(wanted))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
