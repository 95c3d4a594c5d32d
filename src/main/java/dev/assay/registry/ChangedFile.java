package dev.assay.registry;

/**
 * A file of the workspace that differs from the last commit.
 *
 * @param path under the workspace, with forward slashes
 * @param status how it differs; never {@link GitStatus#CLEAN}
 * @param staged whether git has a version of it staged
 */
public record ChangedFile(String path, GitStatus status, boolean staged) {
    public ChangedFile {
        if (status == GitStatus.CLEAN) {
            throw new IllegalArgumentException(path + " has not changed");
        }
    }
}
