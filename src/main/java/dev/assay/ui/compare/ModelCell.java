package dev.assay.ui.compare;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A model in a list: its name, and its price at the right. */
final class ModelCell extends ListCell<ModelChoice> {
    private static final double SIDES = 20;

    private final Label name = new Label();
    private final Label price = new Label();
    private final HBox line;

    private ModelCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setMinWidth(40);
        price.getStyleClass().add("price");
        price.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(8, name, gap, price);
        line.getStyleClass().add("model-line");
        line.prefWidthProperty().bind(widthProperty().subtract(SIDES));
        setPrefWidth(0);
    }

    /** Makes a box of models show them so, open and closed. */
    static void install(ComboBox<ModelChoice> box) {
        box.setButtonCell(new ModelCell());
        box.setCellFactory(list -> new ModelCell());
    }

    @Override
    protected void updateItem(@Nullable ModelChoice item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
        } else {
            name.setText(item.model().toString());
            price.setText(item.priceText());
            setTooltip(new Tooltip(item.model() + "\n" + item.priceText()));
            setGraphic(line);
        }
    }
}
