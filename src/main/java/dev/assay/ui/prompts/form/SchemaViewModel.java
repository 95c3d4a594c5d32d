package dev.assay.ui.prompts.form;

import dev.assay.llm.InputException;
import dev.assay.prompt.edit.FrontMatterEditor;
import dev.assay.prompt.edit.SchemaEditor;
import dev.assay.prompt.edit.SchemaEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The fields of a schema, in order; adds, removes, moves and changes them. */
final class SchemaViewModel {
    private final PromptText text;
    private final List<String> path;
    private final List<String> defaults;
    private final ObservableList<SchemaRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * @param path of the schema
     * @param defaults path of the map of defaults; empty where fields have none
     */
    SchemaViewModel(PromptText text, List<String> path, List<String> defaults) {
        this.text = text;
        this.path = path;
        this.defaults = defaults;
    }

    /** What a text says about the schema. */
    record Reading(List<SchemaEntry> entries, List<String> defaultTexts) {}

    /** Reads a text; slow for long ones. */
    Reading read(String source) {
        List<SchemaEntry> entries = new SchemaEditor(source, path).entries();
        var editor = FrontMatterEditor.of(source);
        List<String> texts = entries.stream()
                .map(entry -> defaults.isEmpty() ? "" : TypedText.write(editor.value(defaultOf(entry.name()))))
                .toList();
        return new Reading(entries, texts);
    }

    void show(Reading reading) {
        problem.set("");
        List<String> before =
                rows.stream().map(row -> row.entryProperty().get().name()).toList();
        List<String> now = reading.entries.stream().map(SchemaEntry::name).toList();
        if (rows.size() != now.size()
                || before.stream()
                        .sorted()
                        .toList()
                        .equals(now.stream().sorted().toList())) {
            arrange(reading.entries);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(reading.entries.get(i), reading.defaultTexts.get(i));
        }
    }

    /** Rows of fields that stay are kept, so that what is half typed in them stays too. */
    private void arrange(List<SchemaEntry> entries) {
        var arranged = new ArrayList<SchemaRow>();
        for (SchemaEntry entry : entries) {
            arranged.add(rows.stream()
                    .filter(row -> row.entryProperty().get().name().equals(entry.name()))
                    .findFirst()
                    .orElseGet(() -> new SchemaRow(entry, this::change, this::writeDefault)));
        }
        if (!arranged.equals(rows)) {
            rows.setAll(arranged);
        }
    }

    private boolean change(SchemaRow row, SchemaEntry now) {
        SchemaEntry before = row.entryProperty().get();
        return text.replace(source -> {
            String changed = new SchemaEditor(source, path).change(before, now);
            boolean moves = !before.name().equals(now.name()) && !defaults.isEmpty();
            var editor = FrontMatterEditor.of(changed);
            return moves && editor.placeOf(defaultOf(before.name())).isPresent()
                    ? editor.rename(defaultOf(before.name()), now.name()).apply(changed)
                    : changed;
        });
    }

    private boolean writeDefault(SchemaRow row, String written) {
        SchemaEntry entry = row.entryProperty().get();
        Object value = written.isEmpty() ? null : TypedText.read(entry.type(), written);
        if (value != null && entry.type().equals("enum") && !entry.options().contains(value)) {
            throw new InputException(
                    dev.assay.ui.fx.Messages.get("prompts.bad.choice", TypedText.write(entry.options())));
        }
        return text.put(defaultOf(entry.name()), value);
    }

    private List<String> defaultOf(String name) {
        return Stream.concat(defaults.stream(), Stream.of(name)).toList();
    }

    /** Adds a field with a name that is free. */
    void add(String stem) {
        List<String> taken =
                rows.stream().map(row -> row.entryProperty().get().name()).toList();
        String name = Stream.iterate(1, i -> i + 1)
                .map(i -> i == 1 ? stem : stem + i)
                .filter(one -> !taken.contains(one))
                .findFirst()
                .orElseThrow();
        attempt(() -> text.replace(source ->
                new SchemaEditor(source, path).add(new SchemaEntry(name, "string", false, "", List.of(), ""))));
    }

    /** Takes a field out, with its default. */
    void remove(SchemaRow row) {
        SchemaEntry entry = row.entryProperty().get();
        attempt(() -> text.replace(source -> {
            String removed = new SchemaEditor(source, path).remove(entry);
            return defaults.isEmpty()
                    ? removed
                    : FrontMatterEditor.of(removed)
                            .remove(defaultOf(entry.name()))
                            .apply(removed);
        }));
    }

    /** Moves a field up or down. */
    void move(SchemaRow row, int by) {
        int from = rows.indexOf(row);
        int to = from + by;
        if (to >= 0 && to < rows.size()) {
            attempt(() -> text.replace(source -> new SchemaEditor(source, path).move(from, to)));
        }
    }

    /** The path of a field in the file. */
    List<String> pathOf(SchemaRow row) {
        return new SchemaEditor(Objects.requireNonNull(text.current().get()), path)
                .pathOf(row.entryProperty().get());
    }

    /** Tells why something cannot be done. */
    void attempt(Runnable action) {
        try {
            action.run();
            problem.set("");
        } catch (InputException e) {
            problem.set(e.getMessage());
        }
    }

    ObservableList<SchemaRow> rows() {
        return rows;
    }

    /** Whether fields have defaults. */
    boolean hasDefaults() {
        return !defaults.isEmpty();
    }

    /** Why the last change was not made; empty where it was. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
