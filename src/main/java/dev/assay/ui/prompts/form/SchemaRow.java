package dev.assay.ui.prompts.form;

import dev.assay.prompt.edit.SchemaEntry;
import java.util.function.BiPredicate;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One field of a schema in the form. */
final class SchemaRow {
    private final BiPredicate<SchemaRow, SchemaEntry> change;
    private final ReadOnlyObjectWrapper<SchemaEntry> entry = new ReadOnlyObjectWrapper<>();
    private final FormField name = FormField.late(now -> change(entry -> entry.named(now.strip())));
    private final FormField description = FormField.live(now -> change(entry -> entry.described(oneLine(now))));
    private final FormField options = FormField.live(now -> change(entry -> entry.choosing(TypedText.options(now))));
    private final FormField defaultValue;

    /**
     * @param change writes the field as it is to be; throws where that cannot be
     * @param writeDefault writes the default as typed
     */
    SchemaRow(
            SchemaEntry entry,
            BiPredicate<SchemaRow, SchemaEntry> change,
            BiPredicate<SchemaRow, String> writeDefault) {
        this.entry.set(entry);
        this.change = change;
        this.defaultValue = FormField.live(now -> writeDefault.test(this, now));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\R", " ");
    }

    /** Shows what the file says. */
    void show(SchemaEntry now, String defaultText) {
        entry.set(now);
        name.show(now.name());
        description.show(now.description());
        options.show(TypedText.write(now.options()));
        defaultValue.show(defaultText);
    }

    /** Gives it another type. */
    void choose(String type) {
        if (!type.equals(entry.get().type())) {
            change(now -> now.typed(type));
        }
    }

    /** Makes it required or not. */
    void require(boolean required) {
        if (required == entry.get().optional()) {
            change(now -> now.optional(!required));
        }
    }

    private boolean change(Function<SchemaEntry, SchemaEntry> edit) {
        return change.test(this, edit.apply(entry.get()));
    }

    /** What the file says; only this form and the text change it. */
    ReadOnlyObjectProperty<SchemaEntry> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    FormField name() {
        return name;
    }

    FormField description() {
        return description;
    }

    /** The values of an enum. */
    FormField options() {
        return options;
    }

    FormField defaultValue() {
        return defaultValue;
    }
}
