package dev.assay.ui.prompts.form;

import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Shows the settings of the open prompt as a form. */
public final class FormController {
    private final FormViewModel viewModel;
    private final ObservableList<ModelId> models;
    private final Supplier<PriceTable> prices;
    private final IntConsumer reveal;

    @FXML
    private Label problem;

    @FXML
    private VBox sections;

    @FXML
    private VBox general;

    @FXML
    private ParameterPane parameters;

    @FXML
    private Label inputProblem;

    @FXML
    private SchemaPane inputs;

    @FXML
    private Label noInputs;

    @FXML
    private VBox format;

    @FXML
    private Label outputProblem;

    @FXML
    private SchemaPane output;

    @FXML
    private VBox tools;

    @FXML
    private ToolPane toolDefs;

    /**
     * @param models to offer
     * @param prices of models, as they are now
     * @param reveal shows an offset of the text in the editor
     */
    public FormController(
            FormViewModel viewModel, ObservableList<ModelId> models, Supplier<PriceTable> prices, IntConsumer reveal) {
        this.viewModel = viewModel;
        this.models = models;
        this.prices = prices;
        this.reveal = reveal;
    }

    @FXML
    private void initialize() {
        problem.textProperty().bind(viewModel.problemProperty().map(why -> Messages.get("form.broken", why)));
        Shown.bind(problem, viewModel.problemProperty().map(why -> !why.isEmpty()));
        sections.disableProperty().bind(viewModel.problemProperty().isNotEmpty());
        general.getChildren()
                .setAll(
                        FieldBox.area(
                                Messages.get("form.description"),
                                Messages.get("form.description.example"),
                                "form-description",
                                2,
                                viewModel.description()),
                        model());
        parameters.show(viewModel);
        schema(viewModel.inputs(), inputs, inputProblem);
        Shown.bind(noInputs, Bindings.isEmpty(viewModel.inputs().rows()));
        schema(viewModel.output(), output, outputProblem);
        var form = new ComboBox<String>();
        form.getItems().setAll("json", "text");
        form.setPromptText(Messages.get("form.unset"));
        format.getChildren().setAll(FieldBox.choice(Messages.get("form.format"), form, viewModel.format()));
        tools.getChildren()
                .setAll(
                        FieldBox.line(
                                Messages.get("form.tools.names"),
                                Messages.get("form.tools.example"),
                                "form-tools",
                                viewModel.tools()),
                        FieldBox.fixed(
                                ParameterPane.caption(ParameterKind.TOOL_CHOICE),
                                "form-toolChoice",
                                viewModel.parameter(ParameterKind.TOOL_CHOICE),
                                viewModel::toolChoices));
        toolDefs.show(viewModel);
    }

    private FieldBox model() {
        var choice = new ComboBox<String>();
        choice.setId("form-model");
        choice.setPromptText(Messages.get("form.model.example"));
        choice.setCellFactory(list -> new ModelCell(prices));
        models.subscribe(() ->
                choice.getItems().setAll(models.stream().map(ModelId::toString).toList()));
        choice.getItems().setAll(models.stream().map(ModelId::toString).toList());
        return FieldBox.choice(Messages.get("form.model"), choice, viewModel.model());
    }

    private void schema(SchemaViewModel schema, SchemaPane pane, Label why) {
        Shown.text(why, schema.problemProperty());
        pane.show(schema, viewModel, this::revealPath);
    }

    private void revealPath(List<String> path) {
        viewModel.placeOf(path).ifPresent(reveal);
    }

    @FXML
    private void addInput() {
        viewModel.inputs().add("input");
    }

    @FXML
    private void addOutput() {
        viewModel.output().add("field");
    }

    @FXML
    private void addTool() {
        viewModel.addTool();
    }
}
