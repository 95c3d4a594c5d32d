package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetCheck;
import dev.assay.prompt.PromptVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are edited: as the prompt declares the input of that name.
 *
 * @param name of the column
 * @param variable the prompt's input, or null where it has none of that name
 * @param check what values are held against
 */
record ColumnType(String name, @Nullable PromptVariable variable, DatasetCheck check) {
    /** What values look like. */
    enum Kind {
        /** Any text, perhaps a long one. */
        TEXT,
        /** A number in one line. */
        NUMBER,
        /** One of a few values. */
        CHOICE,
        /** A list or a record. */
        JSON
    }

    private static final List<Object> TRUTHS = List.of(true, false);

    /** The type of a column. */
    static ColumnType of(String name, DatasetCheck check) {
        PromptVariable declared = check.variables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        return new ColumnType(name, declared, check);
    }

    Kind kind() {
        if (variable == null || variable.type() == null) {
            return Kind.TEXT;
        }
        if (!variable.options().isEmpty()) {
            return Kind.CHOICE;
        }
        return switch (variable.type()) {
            case "boolean" -> Kind.CHOICE;
            case "integer", "number" -> Kind.NUMBER;
            case "array", "object" -> Kind.JSON;
            default -> Kind.TEXT;
        };
    }

    private List<Object> options() {
        return variable == null ? List.of() : variable.options().isEmpty() ? TRUTHS : variable.options();
    }

    /** What can be chosen; a value that stands there and is none of them stays one of the choices. */
    List<String> choices(String now) {
        var choices = new ArrayList<String>();
        options().forEach(option -> choices.add(option.toString()));
        if (variable == null || !variable.required()) {
            choices.add("");
        }
        if (!choices.contains(now)) {
            choices.add(now);
        }
        return choices;
    }

    /** Why a text does not fit; empty where it does, and where it is empty. */
    String fault(String text) {
        return text.isEmpty() ? "" : check.fault(name, text);
    }

    /**
     * Whether a text is meant as a value of JSON, where a file can tell them apart.
     *
     * @param before whether the value in its place is one
     */
    boolean isJson(String text, boolean before) {
        return switch (kind()) {
            case NUMBER, JSON -> true;
            case CHOICE ->
                options().stream()
                        .anyMatch(option ->
                                !(option instanceof String) && option.toString().equals(text));
            case TEXT -> before && (variable == null || !"string".equals(variable.type()));
        };
    }

    /** Whether no value is written as none rather than as an empty text. */
    boolean isAbsent(String text) {
        return text.isEmpty() && kind() != Kind.TEXT;
    }
}
