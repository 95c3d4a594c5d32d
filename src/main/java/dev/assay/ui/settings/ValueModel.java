package dev.assay.ui.settings;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One value as the user types it, and what is wrong with it. */
final class ValueModel {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper usual = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String saved = "";

    /** Takes what is in the file; what the user has typed and not saved stays. */
    void load(String value, String otherwise) {
        boolean typed = isChanged();
        saved = value;
        usual.set(otherwise);
        if (!typed) {
            text.set(value);
            problem.set("");
        }
    }

    /** Forgets what the user has typed. */
    void reset() {
        text.set(saved);
        problem.set("");
    }

    /** Whether it differs from what is in the file. */
    boolean isChanged() {
        return !text.get().strip().equals(saved);
    }

    void saved(String value) {
        saved = value;
        problem.set("");
    }

    void refuse(String why) {
        problem.set(why);
    }

    StringProperty textProperty() {
        return text;
    }

    /** What holds where the text is blank. */
    ReadOnlyStringProperty usualProperty() {
        return usual.getReadOnlyProperty();
    }

    /** What is wrong, in one line; empty where nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
