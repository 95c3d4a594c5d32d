package dev.assay.ui.prompts.search;

import dev.assay.ui.prompts.search.SearchRow.Mark;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line of text with a part of it marked. What does not fit is cut off at the end, never the mark. */
final class MarkedLine extends HBox {
    private static final int LEAD = 14;
    private static final String MORE = "\u2026";

    private final Label before = new Label();
    private final Label marked = new Label();
    private final Label after = new Label();

    MarkedLine() {
        getStyleClass().add("marked-line");
        marked.getStyleClass().add("search-mark");
        before.setMinWidth(Region.USE_PREF_SIZE);
        marked.setMinWidth(0);
        after.setMinWidth(0);
        after.setTextOverrun(OverrunStyle.ELLIPSIS);
        getChildren().setAll(before, marked, after);
    }

    /** Shows all of the text. */
    void show(String text, @Nullable Mark mark) {
        if (mark == null) {
            parts("", "", text);
        } else {
            parts(text.substring(0, mark.start()), text.substring(mark.start(), mark.end()), text.substring(mark.end()));
        }
    }

    /** Shows the text without its indentation, and little of what stands before the mark, so that the mark is in sight. */
    void showLine(String text, Mark mark) {
        parts(
                lead(text.substring(0, mark.start())),
                text.substring(mark.start(), mark.end()),
                text.substring(mark.end()));
    }

    private void parts(String first, String second, String third) {
        before.setText(first);
        marked.setText(spaced(second));
        after.setText(spaced(third));
        marked.setVisible(!second.isEmpty());
        marked.setManaged(!second.isEmpty());
    }

    /** At most some characters, from the start of a word where there is one. */
    static String lead(String text) {
        String stripped = spaced(text).stripLeading();
        if (stripped.length() <= LEAD) {
            return stripped;
        }
        String end = stripped.substring(stripped.length() - LEAD);
        int word = end.indexOf(' ');
        return MORE + (word < 0 || word == end.length() - 1 ? end : end.substring(word + 1));
    }

    /** A label would make lines of some of these characters, or leave a wide gap. */
    private static String spaced(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ");
    }
}
