package dev.assay.ui.prompts.form;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A control with its caption above and what is wrong with its text below. */
final class FieldBox extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private FieldBox(String caption, Node control, FormField field) {
        getStyleClass().add("form-field");
        if (!caption.isEmpty()) {
            var label = new Label(caption);
            label.getStyleClass().add("form-caption");
            label.setMinWidth(0);
            label.setLabelFor(control);
            getChildren().add(label);
        }
        var problem = new Label();
        problem.getStyleClass().add("input-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        Shown.text(problem, field.problemProperty());
        field.problemProperty().subscribe(why -> control.pseudoClassStateChanged(DANGER, !why.isEmpty()));
        getChildren().addAll(control, problem);
    }

    /** One line. */
    static FieldBox line(String caption, String prompt, String id, FormField field) {
        return typed(caption, prompt, id, new TextField(), field);
    }

    /** Several lines. */
    static FieldBox area(String caption, String prompt, String id, int rows, FormField field) {
        var area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        return typed(caption, prompt, id, area, field);
    }

    private static FieldBox typed(String caption, String prompt, String id, TextInputControl control, FormField field) {
        control.setPromptText(prompt);
        control.setId(id);
        control.setAccessibleText(caption.isEmpty() ? prompt : caption);
        control.textProperty().bindBidirectional(field.textProperty());
        leaving(control, field);
        if (control instanceof TextField line) {
            line.setOnAction(event -> field.commit());
        }
        return new FieldBox(caption, control, field);
    }

    /** A choice that may be typed too. */
    static FieldBox choice(String caption, ComboBox<String> choice, FormField field) {
        choice.setEditable(true);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(caption);
        choice.getEditor().textProperty().bindBidirectional(field.textProperty());
        return new FieldBox(caption, choice, field);
    }

    /**
     * A choice that cannot be typed; the first is to leave it out.
     *
     * @param words to choose from, asked whenever the list opens
     */
    static FieldBox fixed(String caption, String id, FormField field, Supplier<List<String>> words) {
        var choice = new ComboBox<String>();
        choice.setId(id);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(caption);
        choice.setConverter(new UnsetWord());
        choice.valueProperty().bindBidirectional(field.textProperty());
        choice.setOnShowing(event -> offer(choice, field.textProperty(), words.get()));
        return new FieldBox(caption, choice, field);
    }

    /** A list that changes makes the box forget what is chosen, which must not reach the field. */
    private static void offer(ComboBox<String> choice, StringProperty chosen, List<String> words) {
        List<String> offered = Stream.of(Stream.of(""), words.stream(), Stream.of(chosen.get()))
                .flatMap(Function.identity())
                .distinct()
                .toList();
        choice.valueProperty().unbindBidirectional(chosen);
        choice.getItems().setAll(offered);
        choice.valueProperty().bindBidirectional(chosen);
    }

    /** Says of an empty word that nothing is set. */
    private static final class UnsetWord extends StringConverter<String> {
        @Override
        public String toString(@Nullable String word) {
            return word == null || word.isEmpty() ? Messages.get("form.unset") : word;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }

    private static void leaving(Node control, FormField field) {
        control.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                field.commit();
            }
        });
    }
}
