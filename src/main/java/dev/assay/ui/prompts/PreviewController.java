package dev.assay.ui.prompts;

import dev.assay.llm.ModelId;
import dev.assay.provider.offline.OfflineProvider;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the variables, the messages that they make, and the answer when they are tried. */
public final class PreviewController {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final PromptsViewModel viewModel;

    @FXML
    private ComboBox<ModelId> model;

    @FXML
    private Button tryButton;

    @FXML
    private Button stopButton;

    @FXML
    private Label offline;

    @FXML
    private Label total;

    @FXML
    private CallPane calls;

    @FXML
    private MenuButton compared;

    @FXML
    private CaseChooser cases;

    @FXML
    private InputForm form;

    @FXML
    private Label formEmpty;

    @FXML
    private Label problem;

    @FXML
    private Label hint;

    @FXML
    private VBox messages;

    @FXML
    private AnswerPane answerPane;

    PreviewController(PromptsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        model.setItems(viewModel.models());
        model.valueProperty().bindBidirectional(viewModel.modelProperty());
        ComparedModels.fill(compared, viewModel);
        offline.setText(Messages.get("prompts.offline", OfflineProvider.DESCRIPTION));
        Shown.bind(
                offline,
                viewModel.modelProperty().map(PreviewController::isOffline).orElse(false));
        bindInputs(viewModel.inputs());
        bindPreview(viewModel.preview());
        bindTrial(viewModel.trial());
    }

    private static boolean isOffline(ModelId model) {
        return model.provider().equals(OfflineProvider.NAME);
    }

    private void bindInputs(InputsViewModel inputs) {
        cases.show(inputs, messages.getParent());
        Shown.bind(formEmpty, Bindings.isEmpty(inputs.fields()));
        inputs.fields().addListener((ListChangeListener<InputField>) change -> form.show(inputs.fields()));
        form.show(inputs.fields());
    }

    private void bindPreview(PreviewViewModel preview) {
        Shown.text(problem, preview.problemProperty());
        Shown.text(hint, preview.hintProperty());
        preview.problemProperty().subscribe(this::dim);
        preview.hintProperty().subscribe(this::dim);
        preview.previewProperty().subscribe(this::showPreview);
    }

    private void dim() {
        PreviewViewModel preview = viewModel.preview();
        boolean outdated = !preview.problemProperty().get().isEmpty()
                || !preview.hintProperty().get().isEmpty();
        messages.pseudoClassStateChanged(STALE, outdated);
    }

    private void showPreview(@Nullable Preview shown) {
        total.setText(shown == null ? "" : Amounts.tokens(shown.total()));
        calls.show(shown == null ? List.of() : shown.calls());
        messages.getChildren().clear();
        if (shown != null) {
            shown.messages().forEach(part -> messages.getChildren().add(new MessageCard(part)));
        }
    }

    private void bindTrial(TryViewModel trial) {
        var running = trial.stateProperty().isEqualTo(TryViewModel.State.RUNNING);
        Shown.bind(tryButton, running.not());
        Shown.bind(stopButton, running);
        answerPane.show(trial);
        tryButton
                .disableProperty()
                .bind(viewModel
                        .modelProperty()
                        .isNull()
                        .or(viewModel.preview().problemProperty().isNotEmpty())
                        .or(viewModel.preview().hintProperty().isNotEmpty()));
    }

    @FXML
    private void tryOnce() {
        viewModel.tryOnce();
    }

    @FXML
    private void stop() {
        viewModel.trial().stop();
    }
}
