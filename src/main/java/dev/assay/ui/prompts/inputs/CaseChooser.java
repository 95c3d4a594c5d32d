package dev.assay.ui.prompts.inputs;

import dev.assay.experiment.TestCase;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses a dataset and one of its cases, and goes to the case before or after it. */
public final class CaseChooser extends VBox {
    private static final KeyCombination BACK = KeyCombination.valueOf("Alt+Left");
    private static final KeyCombination ON = KeyCombination.valueOf("Alt+Right");

    /** Without cases yet. */
    public CaseChooser() {
        getStyleClass().add("case-chooser");
    }

    /** Fills a form from cases; keys work anywhere within {@code room}. */
    public void show(InputsViewModel inputs, Node room) {
        var problem = new Label();
        problem.getStyleClass().add("problem-line");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        Shown.text(problem, inputs.problemProperty());
        var line = new HBox(dataset(inputs), testCase(inputs));
        line.getStyleClass().add("case-line");
        getChildren().setAll(line, pager(inputs), problem);
        room.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (BACK.match(event) || ON.match(event)) {
                inputs.page(ON.match(event) ? 1 : -1);
                event.consume();
            }
        });
    }

    private static Node dataset(InputsViewModel inputs) {
        var dataset = new ComboBox<String>();
        dataset.setItems(inputs.datasetNames());
        dataset.valueProperty().bindBidirectional(inputs.datasetProperty());
        return growing(dataset, "dataset", Messages.get("prompts.dataset"), 140);
    }

    private static Node testCase(InputsViewModel inputs) {
        var testCase = new ComboBox<TestCase>();
        testCase.setItems(inputs.cases());
        testCase.valueProperty().bindBidirectional(inputs.caseProperty());
        testCase.setConverter(new CaseText());
        testCase.disableProperty().bind(Bindings.isEmpty(inputs.cases()));
        return growing(testCase, "testCase", Messages.get("prompts.case"), 180);
    }

    private static Node growing(ComboBox<?> choice, String id, String text, double width) {
        choice.setId(id);
        choice.setPromptText(text);
        choice.setAccessibleText(text);
        choice.setPrefWidth(width);
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        return choice;
    }

    private static Node pager(InputsViewModel inputs) {
        var back = button("fth-chevron-left", "prompts.case.previous", () -> inputs.page(-1));
        var on = button("fth-chevron-right", "prompts.case.next", () -> inputs.page(1));
        var position = new Label();
        position.setId("case-position");
        position.getStyleClass().add("soft");
        position.setMinWidth(USE_PREF_SIZE);
        position.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.get(
                                "prompts.case.position",
                                inputs.position(),
                                inputs.cases().size()),
                        inputs.caseProperty(),
                        inputs.cases()));
        back.disableProperty().bind(Bindings.createBooleanBinding(() -> inputs.position() <= 1, inputs.caseProperty()));
        on.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> inputs.position() >= inputs.cases().size(), inputs.caseProperty(), inputs.cases()));
        var pager = new HBox(back, position, on);
        pager.getStyleClass().add("case-pager");
        Shown.bind(pager, Bindings.isNotEmpty(inputs.cases()));
        return pager;
    }

    private static Button button(String icon, String key, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(Messages.get(key));
        button.setTooltip(new Tooltip(Messages.get(key)));
        button.setOnAction(event -> action.run());
        return button;
    }
}
