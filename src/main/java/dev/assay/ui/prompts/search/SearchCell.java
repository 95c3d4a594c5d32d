package dev.assay.ui.prompts.search;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A prompt with the number of places in it, or one of these places with its line. */
final class SearchCell extends ListCell<SearchRow> {
    private static final PseudoClass PROMPT = PseudoClass.getPseudoClass("prompt");

    private final MarkedLine name = new MarkedLine();
    private final Label count = new Label();
    private final HBox head = new HBox(new FontIcon("fth-file-text"), name, count);
    private final Label number = new Label();
    private final MarkedLine text = new MarkedLine();
    private final HBox line = new HBox(number, text);

    SearchCell() {
        head.getStyleClass().add("search-prompt");
        line.getStyleClass().add("search-line");
        count.getStyleClass().add("search-count");
        number.getStyleClass().add("search-number");
        count.setMinWidth(Region.USE_PREF_SIZE);
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(text, Priority.ALWAYS);
        // The list would grow wider than its pane for a long line; this way the line is cut off instead.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SearchRow item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(null);
        setTooltip(null);
        if (!empty && item != null) {
            switch (item) {
                case SearchRow.Prompt prompt -> show(prompt);
                case SearchRow.Line found -> show(found);
            }
        }
        pseudoClassStateChanged(PROMPT, !empty && item instanceof SearchRow.Prompt);
    }

    private void show(SearchRow.Prompt prompt) {
        name.showName(prompt.name(), prompt.mark());
        count.setText(prompt.count() == 0 ? "" : String.valueOf(prompt.count()));
        count.setVisible(prompt.count() > 0);
        setTooltip(new Tooltip(prompt.name()));
        setGraphic(head);
    }

    private void show(SearchRow.Line found) {
        number.setText(String.valueOf(found.place().line()));
        text.showLine(found.text(), found.mark());
        setTooltip(new Tooltip(found.text().strip()));
        setGraphic(line);
    }
}
