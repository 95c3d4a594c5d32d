package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetCheck;
import dev.assay.ui.datasets.ColumnType.Kind;
import dev.assay.ui.fx.Messages;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The whole value of the focused cell, edited as the prompt declares it. Public because FXML makes it. */
public final class ValuePane extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double GAP = 4;
    private static final double BETWEEN = 12;
    private static final double WIDTH = 280;

    private final Label place = new Label();
    private final Label fault = new Label();
    private final TextArea text = new TextArea();
    private final TextField number = new TextField();
    private final ComboBox<String> choice = new ComboBox<>();
    private @Nullable DatasetEditor editor;
    private DatasetCheck check = DatasetCheck.PLAIN;
    private Kind kind = Kind.TEXT;
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
        number.setId("caseNumber");
        number.setMaxWidth(WIDTH);
        choice.setId("caseChoice");
        choice.setPrefWidth(WIDTH);
        place.getStyleClass().add("soft");
        place.setMinWidth(USE_PREF_SIZE);
        fault.setId("caseFault");
        fault.getStyleClass().add("value-fault");
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().setAll(new HBox(BETWEEN, place, fault), text, number, choice);
        for (TextInputControl field : List.of(text, number)) {
            field.textProperty().subscribe((before, now) -> type());
            field.focusedProperty().subscribe(focused -> {
                if (!focused) {
                    keep();
                }
            });
        }
        number.setOnAction(event -> keep());
        choice.valueProperty().subscribe((before, now) -> {
            type();
            if (!looking) {
                keep();
            }
        });
        for (Node control : List.of(text, number, choice)) {
            control.managedProperty().bind(control.visibleProperty());
        }
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

    /** Edits values as a prompt declares them. */
    void type(DatasetCheck changed) {
        keep();
        check = changed;
        look();
    }

    /** Lets the user type. */
    void edit() {
        control().requestFocus();
    }

    private void go(@Nullable TablePosition<?, ?> cell) {
        keep();
        row = cell == null ? -1 : cell.getRow();
        column = cell == null ? -1 : cell.getColumn() - 1;
        look();
    }

    private void type() {
        typed |= !looking;
        DatasetEditor now = editor;
        String problem = now != null && isThere(now) ? type(now).fault(written()) : "";
        fault.setText(problem);
        control().pseudoClassStateChanged(DANGER, !problem.isEmpty());
    }

    /** Puts what was typed into its cell. */
    void keep() {
        DatasetEditor now = editor;
        if (typed && now != null && isThere(now)) {
            typed = false;
            now.set(row, column, written(), type(now));
        }
        typed = false;
    }

    private ColumnType type(DatasetEditor now) {
        return ColumnType.of(now.document().columns().get(column), check);
    }

    private Node control() {
        return switch (kind) {
            case TEXT, JSON -> text;
            case NUMBER -> number;
            case CHOICE -> choice;
        };
    }

    private String written() {
        String now = switch (kind) {
            case TEXT, JSON -> text.getText();
            case NUMBER -> number.getText();
            case CHOICE -> choice.getValue();
        };
        return now == null ? "" : now;
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
        DatasetEditor now = editor != null && isThere(editor) ? editor : null;
        place.setText(
                now == null
                        ? Messages.get("datasets.value.none")
                        : Messages.get(
                                "datasets.value",
                                row + 1,
                                now.document().columns().get(column)));
        String value = now == null ? null : now.document().value(row, column);
        String shown = value == null ? "" : value;
        kind = now == null ? Kind.TEXT : type(now).kind();
        for (Node control : List.of(text, number, choice)) {
            control.setVisible(control == control());
            control.setDisable(now == null);
        }
        if (kind == Kind.CHOICE && now != null) {
            choice.getItems().setAll(type(now).choices(shown));
            choice.setValue(shown);
        } else if (!shown.equals(written())) {
            (kind == Kind.NUMBER ? number : text).setText(shown);
        }
        text.getStyleClass().remove("monospace");
        if (kind == Kind.JSON) {
            text.getStyleClass().add("monospace");
        }
        type();
    }
}
