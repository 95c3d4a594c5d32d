package dev.assay.registry;

/**
 * What has changed in a file, as git stores it: line ends and filters that {@code .gitattributes} asks for are applied.
 *
 * @param base id of the version in the last commit; empty where it has none
 * @param before the text in the last commit; empty where it has none
 * @param after the text that a commit would store now; empty where the file is gone
 * @param whole why its changes cannot be taken one by one; empty where they can
 */
public record ChangedText(String base, String before, String after, String whole) {
    /** A file that can only be committed as a whole, and why. */
    static ChangedText whole(String reason) {
        return new ChangedText("", "", "", reason);
    }

    /** Whether its changes can be taken one by one. */
    public boolean isText() {
        return whole.isEmpty();
    }
}
