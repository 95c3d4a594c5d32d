package dev.assay.ui.prompts.search;

import dev.assay.ui.fx.Shown;
import dev.assay.ui.prompts.search.SearchRow.Mark;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line of text with a part of it marked. What does not fit is cut off at the end, never the mark. */
final class MarkedLine extends HBox {
    private static final int LEAD = 14;
    private static final int NAME_LEAD = 24;
    private static final int MOST = 60;
    private static final String MORE = "\u2026";

    private final Label before = new Label();
    private final Label marked = new Label();
    private final Label after = new Label();

    MarkedLine() {
        getStyleClass().add("marked-line");
        marked.getStyleClass().add("search-mark");
        before.setMinWidth(Region.USE_PREF_SIZE);
        marked.setMinWidth(Region.USE_PREF_SIZE);
        after.setMinWidth(0);
        after.setTextOverrun(OverrunStyle.ELLIPSIS);
        getChildren().setAll(before, marked, after);
    }

    /** Shows a name. */
    void showName(String text, @Nullable Mark mark) {
        if (mark == null) {
            parts(text, new Mark(0, 0), NAME_LEAD);
        } else {
            parts(text, mark, NAME_LEAD);
        }
    }

    /** Shows the text without its indentation, and little of what stands before the mark, so that the mark is in sight. */
    void showLine(String text, Mark mark) {
        parts(text, mark, LEAD);
    }

    private void parts(String text, Mark mark, int lead) {
        before.setText(lead(text.substring(0, mark.start()), lead));
        int end = Math.min(mark.end(), mark.start() + MOST);
        marked.setText(spaced(text.substring(mark.start(), end)));
        Shown.set(marked, end > mark.start());
        after.setText(spaced(text.substring(end)));
    }

    /** At most some characters, from the start of a word where there is one. */
    static String lead(String text, int most) {
        String stripped = spaced(text).stripLeading();
        if (stripped.length() <= most) {
            return stripped;
        }
        String end = stripped.substring(stripped.length() - most);
        int word = end.indexOf(' ');
        return MORE + (word < 0 || word == end.length() - 1 ? end : end.substring(word + 1));
    }

    /** A label would make lines of some of these characters, or leave a wide gap. */
    private static String spaced(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ");
    }
}
