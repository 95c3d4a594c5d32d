package dev.assay.ui.compare;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/** Lets a spinner take nothing but whole numbers, and take them in while they are typed. */
final class WholeNumbers {
    private WholeNumbers() {}

    static void only(Spinner<Integer> spinner, IntegerSpinnerValueFactory values) {
        TextField editor = spinner.getEditor();
        editor.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("([1-9]\\d{0,2})?") ? change : null));
        editor.textProperty().subscribe(text -> {
            if (!text.isEmpty()) {
                int typed = Integer.parseInt(text);
                if (typed >= values.getMin() && typed <= values.getMax()) {
                    values.setValue(typed);
                }
            }
        });
        // Before the spinner itself looks at the text, which it cannot read where there is none.
        editor.focusedProperty().subscribe(focused -> {
            if (!focused) {
                editor.setText(values.getValue().toString());
            }
        });
    }
}
