package dev.assay.ui.datasets;

import dev.assay.ui.fx.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The whole value of the focused cell, where it is edited. Public because FXML makes it. */
public final class ValuePane extends VBox {
    private static final double GAP = 4;

    private final Label place = new Label();
    private final TextArea text = new TextArea();
    private @Nullable DatasetEditor editor;
    private int row = -1;
    private int column = -1;
    private boolean looking;
    /** Whether what stands here was typed and is not in its cell yet. */
    private boolean typed;

    /** A pane without a value. */
    public ValuePane() {
        super(GAP);
        text.setId("caseValue");
        text.setWrapText(true);
        place.getStyleClass().add("soft");
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().setAll(place, text);
        text.textProperty().subscribe((before, now) -> typed |= !looking);
        text.focusedProperty().subscribe(focused -> {
            if (!focused) {
                keep();
            }
        });
        look();
    }

    /** Follows the focused cell of a table. */
    void bind(CaseTable table) {
        table.getFocusModel().focusedCellProperty().subscribe(cell -> go(cell));
    }

    /** Shows a dataset as it is now. */
    void show(@Nullable DatasetEditor shown) {
        if (editor != shown) {
            editor = shown;
            row = -1;
        }
        look();
    }

    private void go(@Nullable TablePosition<?, ?> cell) {
        keep();
        row = cell == null ? -1 : cell.getRow();
        column = cell == null ? -1 : cell.getColumn() - 1;
        look();
    }

    /** Puts what was typed into its cell. */
    void keep() {
        DatasetEditor now = editor;
        if (typed && now != null && isThere(now)) {
            typed = false;
            now.set(row, column, text.getText());
        }
        typed = false;
    }

    private boolean isThere(DatasetEditor now) {
        return row >= 0
                && row < now.document().size()
                && column >= 0
                && column < now.document().columns().size();
    }

    private void look() {
        looking = true;
        try {
            fill();
        } finally {
            looking = false;
        }
    }

    private void fill() {
        DatasetEditor now = editor;
        if (now == null || !isThere(now)) {
            place.setText(Messages.get("datasets.value.none"));
            text.setText("");
            text.setDisable(true);
            return;
        }
        place.setText(
                Messages.get("datasets.value", row + 1, now.document().columns().get(column)));
        String value = now.document().value(row, column);
        String shown = value == null ? "" : value;
        if (!shown.equals(text.getText())) {
            text.setText(shown);
        }
        text.setDisable(false);
    }
}
