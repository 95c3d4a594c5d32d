package dev.assay.ui.results.grid;

import dev.assay.ui.results.rows.ResultRow;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The case of a row: its number and the beginning of its inputs. */
final class CaseCell extends Region {
    private static final int SHOWN_CHARACTERS = 400;
    private static final int TIP_CHARACTERS = 2000;
    private static final double SIDE = 12;
    private static final double TOP = 8;

    private final Label number = new Label();
    private final Label inputs = new Label();
    private final Tooltip whole = new Tooltip();

    CaseCell() {
        setManaged(false);
        getStyleClass().addAll("grid-cell", "case-cell");
        number.getStyleClass().add("case-number");
        inputs.getStyleClass().add("case-inputs");
        inputs.setWrapText(true);
        whole.setWrapText(true);
        whole.setMaxWidth(560);
        inputs.setTooltip(whole);
        getChildren().addAll(number, inputs);
    }

    void show(ResultRow row) {
        String text = row.inputsText().strip();
        number.setText(Integer.toString(row.number()));
        inputs.setText(text.substring(0, Math.min(SHOWN_CHARACTERS, text.length())));
        whole.setText(text.substring(0, Math.min(TIP_CHARACTERS, text.length())));
        setVisible(true);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * SIDE;
        double line = number.prefHeight(-1);
        number.resizeRelocate(SIDE, TOP, width, line);
        inputs.resizeRelocate(SIDE, TOP + line + 4, width, getHeight() - 2 * TOP - line - 4);
    }
}
