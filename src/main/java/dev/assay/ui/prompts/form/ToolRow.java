package dev.assay.ui.prompts.form;

import dev.assay.prompt.edit.FrontMatterEditor;
import java.util.List;

/** One tool that the prompt defines itself. */
final class ToolRow {
    private final PromptText text;
    private final int index;
    private final FormField name = FormField.live(now -> put("name", now));
    private final FormField description = FormField.live(now -> put("description", now));
    private final FormField inputSchema = FormField.late(this::putSchema);

    ToolRow(PromptText text, int index) {
        this.text = text;
        this.index = index;
    }

    /** What the file says of a tool. */
    record Reading(String name, String description, String inputSchema) {
        static Reading of(FrontMatterEditor editor, int index) {
            return new Reading(
                    TypedText.write(editor.value(path(index, "name"))),
                    TypedText.write(editor.value(path(index, "description"))),
                    editor.yaml(path(index, "inputSchema")));
        }
    }

    void show(Reading now) {
        name.show(now.name);
        description.show(now.description);
        inputSchema.show(now.inputSchema);
    }

    private boolean put(String key, String value) {
        return text.put(path(index, key), value.isBlank() && !key.equals("name") ? null : value);
    }

    private boolean putSchema(String yaml) {
        List<String> path = path(index, "inputSchema");
        return text.edit(editor -> yaml.isBlank() ? editor.remove(path) : editor.setYaml(path, yaml));
    }

    /** The path of the tool, or of one of its keys. */
    static List<String> path(int index, String... key) {
        String number = String.valueOf(index);
        return key.length == 0 ? List.of("toolDefs", number) : List.of("toolDefs", number, key[0]);
    }

    int index() {
        return index;
    }

    FormField name() {
        return name;
    }

    FormField description() {
        return description;
    }

    /** Its input schema in YAML. */
    FormField inputSchema() {
        return inputSchema;
    }
}
