package dev.assay.ui.results.grid;

import dev.assay.ui.results.rows.ResultRow;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The case of a row: its number and the beginning of its inputs. */
final class CaseCell extends TableCell<ResultRow, ResultRow> {
    private static final int SHOWN_CHARACTERS = 400;
    private static final int TIP_CHARACTERS = 2000;

    private final Label number = new Label();
    private final Label inputs = new Label();
    private final VBox box = new VBox(number, inputs);
    private final Tooltip whole = new Tooltip();

    CaseCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("case-cell");
        number.getStyleClass().add("case-number");
        inputs.getStyleClass().add("case-inputs");
        inputs.setWrapText(true);
        VBox.setVgrow(inputs, Priority.ALWAYS);
        box.getStyleClass().add("answer");
        box.prefWidthProperty().bind(widthProperty().subtract(24));
        box.prefHeightProperty().bind(heightProperty().subtract(16));
        whole.setWrapText(true);
        whole.setMaxWidth(560);
    }

    @Override
    protected void updateItem(@Nullable ResultRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String text = item.inputsText().strip();
        number.setText(Integer.toString(item.number()));
        inputs.setText(text.substring(0, Math.min(SHOWN_CHARACTERS, text.length())));
        whole.setText(text.substring(0, Math.min(TIP_CHARACTERS, text.length())));
        setTooltip(whole);
        setGraphic(box);
    }
}
