package dev.assay.ui.fx;

import org.jspecify.annotations.Nullable;

/** Text that may be long, as a table shows it. */
public final class OneLine {
    private static final int SHOWN_CHARACTERS = 200;

    private OneLine() {}

    /** The beginning of a text in one line; nothing of none. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String start = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) : text;
        return start.replaceAll("\\R", " \u21b5 ");
    }
}
