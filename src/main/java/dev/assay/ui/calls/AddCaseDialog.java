package dev.assay.ui.calls;

import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks which dataset a case is to be added to, and whether the answer is the golden one. */
final class AddCaseDialog extends Dialog<AddCaseDialog.Wish> {
    private static final double WIDTH = 440;
    private static final double GAP = 12;
    private static final Insets MARGIN = new Insets(16, 16, 0, 16);
    private static final ButtonType ADD = new ButtonType(Messages.get("calls.case.ok"), ButtonData.OK_DONE);

    /**
     * What the user wants.
     *
     * @param dataset the name of a dataset
     * @param golden whether the answer is the right one
     */
    record Wish(String dataset, boolean golden) {}

    private AddCaseDialog(Window owner, List<String> datasets, boolean answered) {
        initOwner(owner);
        setTitle(Messages.get("calls.case.title"));
        setHeaderText(Messages.get("calls.case.title"));
        var names = new ComboBox<String>();
        names.setId("caseDataset");
        names.getItems().setAll(datasets);
        names.setMaxWidth(Double.MAX_VALUE);
        names.setPromptText(datasets.isEmpty() ? Messages.get("calls.case.none") : Messages.get("calls.case.which"));
        if (datasets.size() == 1) {
            names.getSelectionModel().selectFirst();
        }
        var golden = new CheckBox(Messages.get("calls.case.golden"));
        golden.setId("caseGolden");
        golden.setDisable(!answered);
        var text = new Label(Messages.get("calls.case.text"));
        text.setWrapText(true);
        var content = new VBox(GAP, text, names, golden);
        content.setPadding(MARGIN);
        getDialogPane().setContent(content);
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getButtonTypes().setAll(ADD, ButtonType.CANCEL);
        getDialogPane()
                .lookupButton(ADD)
                .disableProperty()
                .bind(names.valueProperty().isNull());
        setResultConverter(pressed -> pressed == ADD ? new Wish(names.getValue(), golden.isSelected()) : null);
    }

    /**
     * Asks; empty where the user has changed their mind.
     *
     * @param answered whether there is an answer that can be the golden one
     */
    static Optional<Wish> show(Window owner, List<String> datasets, boolean answered) {
        return new AddCaseDialog(owner, datasets, answered).showAndWait();
    }
}
