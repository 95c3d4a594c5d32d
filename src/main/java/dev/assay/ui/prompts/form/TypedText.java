package dev.assay.ui.prompts.form;

import dev.assay.llm.InputException;
import dev.assay.prompt.edit.FrontMatterEditor;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of a declared type as one line of text: strings as they are, everything else as YAML. */
final class TypedText {
    private static final List<String> PATH = List.of("v");

    private TypedText() {}

    /** The value that a text stands for; throws {@link InputException} where it is none of the type. */
    static Object read(String type, String text) {
        if (type.equals("string")) {
            return text;
        }
        Object value = yaml(text.strip());
        boolean fits = switch (type) {
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "object" -> value instanceof Map;
            default -> !type.startsWith("list of ") || value instanceof List;
        };
        if (value == null || !fits) {
            throw new InputException(Messages.get("form.bad.type", type));
        }
        return value;
    }

    /** The values of an enum, with commas between them. */
    static List<?> options(String text) {
        Object value = yaml("[" + text + "]");
        if (value instanceof List<?> list && !list.isEmpty() && !list.contains(null)) {
            return list;
        }
        throw new InputException(Messages.get("form.bad.options"));
    }

    private static @Nullable Object yaml(String text) {
        var editor = FrontMatterEditor.of("---\nv: " + text + "\n---\n");
        if (editor.problem().isPresent() || text.contains("\n")) {
            throw new InputException(Messages.get("form.bad.yaml"));
        }
        return editor.value(PATH);
    }

    /** A value as one line. */
    static String write(@Nullable Object value) {
        if (value instanceof Map || value instanceof List) {
            String list = "---\nv: []\n---\n";
            String written =
                    FrontMatterEditor.of(list).set(List.of("v", "0"), value).apply(list);
            String yaml = FrontMatterEditor.of(written).yaml(PATH);
            return yaml.substring(1, yaml.length() - 1);
        }
        return value == null ? "" : value.toString();
    }

    /** The values of an enum, with commas between them. */
    static String write(List<?> options) {
        return options.stream()
                .map(option -> {
                    String one = write((Object) List.of(option));
                    return one.substring(1, one.length() - 1);
                })
                .collect(Collectors.joining(", "));
    }
}
