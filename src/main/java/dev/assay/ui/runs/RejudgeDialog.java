package dev.assay.ui.runs;

import dev.assay.llm.ModelId;
import dev.assay.ui.fx.Messages;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks by whom, and for what, the answers of a run are to be judged anew. */
final class RejudgeDialog extends Dialog<Boolean> {
    private static final double WIDTH = 480;
    private static final double GAP = 12;
    private static final double SMALL_GAP = 4;
    private static final Insets MARGIN = new Insets(16, 16, 0, 16);
    private static final ButtonType JUDGE = new ButtonType(Messages.get("runs.rejudge.ok"), ButtonData.OK_DONE);

    private final RejudgeViewModel viewModel;

    private RejudgeDialog(Window owner, RejudgeViewModel viewModel) {
        this.viewModel = viewModel;
        initOwner(owner);
        setTitle(Messages.get("runs.rejudge.title"));
        setHeaderText(Messages.get("runs.rejudge.title"));
        getDialogPane().setContent(content());
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getButtonTypes().setAll(JUDGE, ButtonType.CANCEL);
        getDialogPane().lookupButton(JUDGE).disableProperty().bind(viewModel.incomplete());
        setResultConverter(pressed -> pressed == JUDGE);
    }

    /** Whether the user wants it as the view-model has it then. */
    static boolean show(Window owner, RejudgeViewModel viewModel) {
        return new RejudgeDialog(owner, viewModel).showAndWait().orElse(false);
    }

    private VBox content() {
        var text = new Label(Messages.get("runs.rejudge.text"));
        text.setWrapText(true);
        var judge = new ComboBox<ModelId>();
        judge.setId("rejudgeModel");
        judge.getItems().setAll(viewModel.judges());
        judge.valueProperty().bindBidirectional(viewModel.judgeProperty());
        judge.setMaxWidth(Double.MAX_VALUE);
        var metrics = new FlowPane(2 * GAP, GAP);
        viewModel.wanted().forEach((metric, wanted) -> {
            var box = new CheckBox(
                    viewModel.isChanged(metric) ? Messages.get("runs.rejudge.changed", metric.name()) : metric.name());
            box.selectedProperty().bindBidirectional(wanted);
            metrics.getChildren().add(box);
        });
        var content =
                new VBox(GAP, text, labelled("runs.rejudge.judge", judge), labelled("runs.rejudge.metrics", metrics));
        content.setPadding(MARGIN);
        return content;
    }

    private static VBox labelled(String key, Node field) {
        return new VBox(SMALL_GAP, new Label(Messages.get(key)), field);
    }
}
