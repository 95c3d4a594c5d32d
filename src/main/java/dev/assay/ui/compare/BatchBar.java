package dev.assay.ui.compare;

import dev.assay.ui.fx.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells how far providers are with the batches of a run, and lets the user cancel those of one that was stopped. */
public final class BatchBar extends HBox {
    private final Label text = new Label();
    private final Button cancel = new Button(Messages.get("compare.batch.cancel"));

    public BatchBar() {
        getStyleClass().add("offline-note");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setGraphic(new FontIcon("fth-clock"));
        HBox.setHgrow(text, Priority.ALWAYS);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setTooltip(new Tooltip(Messages.get("compare.batch.cancel.tip")));
        cancel.managedProperty().bind(cancel.visibleProperty());
        getChildren().addAll(text, cancel);
        managedProperty().bind(visibleProperty());
    }

    /** Shows the batches of one view-model. */
    void show(CompareViewModel viewModel) {
        BatchesViewModel batches = viewModel.batches();
        text.textProperty().bind(batches.textProperty());
        visibleProperty().bind(batches.textProperty().isNotEmpty());
        cancel.visibleProperty().bind(batches.cancellableProperty());
        cancel.setOnAction(event -> viewModel.cancelBatches());
    }
}
