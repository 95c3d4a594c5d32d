package dev.assay.ui.editor;

import org.fxmisc.richtext.CodeArea;

/** Tells lines of front matter from those of the body without parsing the whole text. */
public final class FrontMatterLines {
    private FrontMatterLines() {}

    /** Whether a line, counted from 0, stands between the fences. */
    public static boolean holds(CodeArea area, int line) {
        int fence = 0;
        while (fence < line && isAbove(area.getText(fence))) {
            fence++;
        }
        if (fence >= line || !area.getText(fence).stripTrailing().equals("---")) {
            return false;
        }
        for (int i = fence + 1; i <= line; i++) {
            if (area.getText(i).stripTrailing().equals("---")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbove(String line) {
        return line.isBlank() || line.startsWith("#");
    }
}
