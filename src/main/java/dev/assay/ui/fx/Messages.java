package dev.assay.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the window, by key. Patterns are those of {@link MessageFormat}. */
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.assay.ui.messages", Locale.ROOT);

    private Messages() {}

    /** The text of a key. Throws {@link java.util.MissingResourceException} for a key that is not there. */
    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    /** The text of a key with its {@code {0}}, {@code {1}} filled in. */
    public static String get(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }

    /** All texts, as FXML wants them for its {@code %key}s. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }
}
