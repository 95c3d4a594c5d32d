package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetFile;
import dev.assay.ui.fx.Messages;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks what is to become of a dataset that another program has changed or taken away meanwhile. */
final class ChangedOutside {
    private static final ButtonType MERGE = new ButtonType(Messages.get("datasets.changed.merge"), ButtonData.OK_DONE);
    private static final ButtonType MINE = new ButtonType(Messages.get("datasets.changed.mine"), ButtonData.OTHER);
    private static final ButtonType THEIRS = new ButtonType(Messages.get("datasets.changed.theirs"), ButtonData.OTHER);

    private ChangedOutside() {}

    /** @param theirs what the file holds now, or null where it is gone */
    static void ask(Window owner, DatasetsViewModel viewModel, @Nullable DatasetFile theirs) {
        var alert = new Alert(AlertType.CONFIRMATION);
        alert.initOwner(owner);
        alert.setGraphic(null);
        alert.setHeaderText(Messages.get(theirs == null ? "datasets.gone" : "datasets.changed"));
        alert.setContentText(Messages.get(theirs == null ? "datasets.gone.text" : "datasets.changed.text"));
        if (theirs == null) {
            alert.getButtonTypes().setAll(MINE, ButtonType.CANCEL);
        } else {
            alert.getButtonTypes().setAll(MERGE, MINE, THEIRS, ButtonType.CANCEL);
        }
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        if (answer == MINE) {
            viewModel.overwrite();
        } else if (answer == THEIRS) {
            viewModel.reload();
        } else if (answer == MERGE && theirs != null && !viewModel.merge(theirs)) {
            var overlap = new Alert(AlertType.INFORMATION, Messages.get("datasets.changed.overlap"));
            overlap.initOwner(owner);
            overlap.setHeaderText(null);
            overlap.showAndWait();
        }
    }
}
