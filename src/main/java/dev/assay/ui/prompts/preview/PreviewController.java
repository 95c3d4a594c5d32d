package dev.assay.ui.prompts.preview;

import dev.assay.llm.ToolChoice;
import dev.assay.pricing.TokenCount;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.inputs.CaseChooser;
import dev.assay.ui.prompts.inputs.InputField;
import dev.assay.ui.prompts.inputs.InputForm;
import dev.assay.ui.prompts.inputs.InputsViewModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the variables, the messages that they make, and the answer when they are tried. */
public final class PreviewController {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final PreviewViewModel preview;
    private final InputsViewModel inputs;
    private final ModelsViewModel models;
    private final TryViewModel trial;
    private final Runnable tries;

    @FXML
    private VBox root;

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
    private ToolList tools;

    @FXML
    private AnswerPane answerPane;

    /**
     * @param inputs the variables
     * @param models the models to choose from
     * @param trial the answer
     * @param tries sends the prompt once
     */
    public PreviewController(
            PreviewViewModel preview,
            InputsViewModel inputs,
            ModelsViewModel models,
            TryViewModel trial,
            Runnable tries) {
        this.preview = preview;
        this.inputs = inputs;
        this.models = models;
        this.trial = trial;
        this.tries = tries;
    }

    @FXML
    private void initialize() {
        var ready =
                preview.problemProperty().isEmpty().and(preview.hintProperty().isEmpty());
        root.getChildren().addFirst(ViewLoader.load(new TryController(models, trial, ready, tries)));
        answerPane.show(trial);
        ComparedModels.fill(compared, models);
        bindInputs();
        bindPreview();
    }

    private void bindInputs() {
        cases.show(inputs, messages.getParent());
        Shown.bind(formEmpty, Bindings.isEmpty(inputs.fields()));
        inputs.fields().addListener((ListChangeListener<InputField>) change -> form.show(inputs.fields()));
        form.show(inputs.fields());
    }

    private void bindPreview() {
        Shown.text(problem, preview.problemProperty());
        Shown.text(hint, preview.hintProperty());
        preview.problemProperty().subscribe(this::dim);
        preview.hintProperty().subscribe(this::dim);
        preview.previewProperty().subscribe(this::showPreview);
    }

    private void dim() {
        boolean outdated = !preview.problemProperty().get().isEmpty()
                || !preview.hintProperty().get().isEmpty();
        messages.pseudoClassStateChanged(STALE, outdated);
        tools.pseudoClassStateChanged(STALE, outdated);
    }

    private void showPreview(@Nullable Preview shown) {
        total.setText(shown == null ? "" : Amounts.tokens(shown.total()));
        calls.show(shown == null ? List.of() : shown.calls());
        Amounts.explain(total, shown == null ? new TokenCount(0, true) : shown.total());
        tools.show(shown == null ? List.of() : shown.tools(), shown == null ? ToolChoice.AUTO : shown.toolChoice());
        messages.getChildren().clear();
        if (shown != null) {
            shown.messages().forEach(part -> messages.getChildren().add(new MessageCard(part)));
        }
    }
}
