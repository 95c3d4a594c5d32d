package dev.assay.registry.guard;

/**
 * A file or folder of the workspace that is left alone, and why.
 *
 * @param path its path under the workspace, with forward slashes
 * @param message what is wrong and how to mend it, to follow the path, one line
 */
public record FileProblem(String path, String message) {

    /** One sentence. */
    @Override
    public String toString() {
        return path + " " + message;
    }
}
