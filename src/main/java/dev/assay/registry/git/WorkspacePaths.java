package dev.assay.registry.git;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Turns names into paths and refuses those that would leave the workspace. A workspace may come from a stranger's
 * repository, so neither its names nor its links are trusted.
 *
 * @param root the workspace folder, absolute, links resolved
 * @param prefix the workspace's path under the top of the repository, with a closing slash; empty for the top itself
 */
public record WorkspacePaths(Path root, String prefix) {
    public static final String FOLDER = "prompts/";
    public static final String ENDING = ".prompt";
    private static final String BANNED = "\\:*?\"<>|%@";

    /** The path of a prompt under the workspace. */
    public static String ofPrompt(String name) {
        String problem = problemOf(name);
        if (problem != null) {
            throw new InputException("'" + printable(name) + "' is not a prompt name: it " + problem
                    + "; write the path under prompts/ without .prompt, such as support/triage");
        }
        return FOLDER + name + ENDING;
    }

    /** Whether a prompt could be called so. */
    public static boolean isName(String name) {
        return problemOf(name) == null;
    }

    /** The name of the prompt at that path under the workspace. */
    public static String nameOf(String path) {
        return path.substring(FOLDER.length(), path.length() - ENDING.length());
    }

    public static boolean isPrompt(String path) {
        return path.startsWith(FOLDER) && path.endsWith(ENDING) && path.length() > FOLDER.length() + ENDING.length();
    }

    /** A path that the user gave, with forward slashes and without detours, under the workspace. */
    public String ofFile(String path) {
        try {
            Path normal = root.resolve(path).normalize();
            String relative = root.relativize(normal).toString().replace('\\', '/');
            if (normal.startsWith(root) && !relative.isEmpty() && !(relative + "/").startsWith(".git/")) {
                return relative;
            }
        } catch (InvalidPathException e) {
            // Said below: it is no path at all.
        }
        throw new InputException("'" + printable(path) + "' is not a file of the workspace " + root
                + ": give a path inside it, such as prompts/support/triage.prompt");
    }

    /** The path as git knows it, from the top of the repository. */
    public String inRepository(String path) {
        return prefix + path;
    }

    /** The reverse of {@link #inRepository}. */
    public String inWorkspace(String repositoryPath) {
        return repositoryPath.substring(prefix.length());
    }

    /** The file on disk; its existing part must lie in the workspace even when all links are followed. */
    public Path onDisk(String path) {
        Path file = root.resolve(path);
        Path existing = root;
        for (Path part : root.relativize(file)) {
            Path next = existing.resolve(part);
            if (!Files.exists(next)) {
                if (Files.isSymbolicLink(next)) {
                    throw new InputException(
                            path
                                    + " is a link that leads out of the workspace or nowhere: put the file itself in its place");
                }
                break;
            }
            existing = next;
        }
        try {
            if (!existing.toRealPath().startsWith(root)) {
                throw leadsOut(path);
            }
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        return file;
    }

    private static InputException leadsOut(String path) {
        return new InputException(
                path + " is a link that leads out of the workspace: put the file itself in its place");
    }

    /** What is wrong with a prompt's name, to follow a word such as "it"; null where nothing is. */
    public static @Nullable String problemOf(String name) {
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f || BANNED.indexOf(c) >= 0)) {
            return "has a character that file names must not have (control characters, " + BANNED + ")";
        }
        for (String part : name.split("/", -1)) {
            if (part.isBlank()) {
                return "has an empty part";
            }
            if (part.startsWith(".") || part.endsWith(".") || part.endsWith(" ")) {
                return "has a part that begins with a dot, or ends with a dot or a space";
            }
        }
        return null;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
