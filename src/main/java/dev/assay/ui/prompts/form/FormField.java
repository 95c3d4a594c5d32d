package dev.assay.ui.prompts.form;

import dev.assay.llm.InputException;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One setting as text. What is typed is written to the file at once where it is valid; what is not yet valid stays in
 * the field with the reason beside it, until the file itself says something else.
 */
final class FormField {
    private final Predicate<String> write;
    private final boolean late;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String inFile = "";
    private boolean written;
    private boolean showing;
    private boolean fresh = true;

    private FormField(Predicate<String> write, boolean late) {
        this.write = write;
        this.late = late;
        text.subscribe((before, now) -> edited());
    }

    /**
     * A field that is written while it is typed.
     *
     * @param write writes the setting and tells whether that changed the file; throws {@link InputException} with the reason where the text is no value for it
     */
    static FormField live(Predicate<String> write) {
        return new FormField(write, false);
    }

    /** A field that is written when the user leaves it. */
    static FormField late(Predicate<String> write) {
        return new FormField(write, true);
    }

    /** Takes over what the file says, unless that is what it said before: then what is being typed stays. */
    void show(String now) {
        if (!fresh && (written || now.equals(inFile))) {
            inFile = now;
            written = false;
            return;
        }
        fresh = false;
        written = false;
        inFile = now;
        showing = true;
        text.set(now);
        showing = false;
        problem.set("");
    }

    /** Forgets what was typed, as when another file is opened. */
    void forget() {
        fresh = true;
    }

    /** Writes what was typed into a field that is written late. */
    void commit() {
        String now = text.get() == null ? "" : text.get();
        if (now.equals(inFile)) {
            problem.set("");
            return;
        }
        try {
            written = true;
            written = write.test(now) && written;
            problem.set("");
        } catch (InputException e) {
            written = false;
            problem.set(e.getMessage());
        }
    }

    private void edited() {
        if (!showing && !late) {
            commit();
        }
    }

    /** What the field shows; writable. */
    StringProperty textProperty() {
        return text;
    }

    /** Why the text is not written; empty where it is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
