package dev.assay.registry.signing;

import java.nio.file.Path;

/** How git writes keys and their files in its settings. */
final class Keys {
    private Keys() {}

    /** A path of git's settings, where {@code ~/} is the user's home. */
    static String home(String path) {
        return path.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), path.substring(2)).toString()
                : path;
    }

    /** The key itself where the settings hold it instead of a file's name, else an empty text. */
    static String literal(String key) {
        if (key.startsWith("key::")) {
            return key.substring("key::".length());
        }
        return key.startsWith("ssh-") ? key : "";
    }
}
