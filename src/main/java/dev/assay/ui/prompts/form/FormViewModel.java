package dev.assay.ui.prompts.form;

import dev.assay.llm.InputException;
import dev.assay.prompt.edit.FrontMatterEditor;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The settings of the open prompt. It follows the text while it is typed, and writes single settings into it. */
public final class FormViewModel {
    private final PromptText text;
    private final LatestTask reading;
    private final FormField description;
    private final FormField model;
    private final FormField format;
    private final FormField tools;
    private final Map<ParameterKind, FormField> parameters = new EnumMap<>(ParameterKind.class);
    private final ObservableList<OtherSetting> others = FXCollections.observableArrayList();
    private final ObservableList<ToolRow> toolDefs = FXCollections.observableArrayList();
    private final SchemaViewModel inputs;
    private final SchemaViewModel output;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * @param text what the editor holds
     * @param tasks for work off the FX thread
     */
    public FormViewModel(PromptText text, Tasks tasks) {
        this.text = text;
        reading = new LatestTask(tasks);
        description = words("description");
        model = words("model");
        format = words("output", "format");
        tools = FormField.live(this::writeTools);
        for (ParameterKind kind : ParameterKind.values()) {
            List<String> path = List.of("config", kind.key());
            parameters.put(kind, FormField.live(now -> text.put(path, kind.read(now))));
        }
        inputs = new SchemaViewModel(text, List.of("input", "schema"), List.of("input", "default"));
        output = new SchemaViewModel(text, List.of("output", "schema"), List.of());
        text.current().subscribe(this::follow);
    }

    private FormField words(String... path) {
        return FormField.live(now -> text.put(List.of(path), now.isEmpty() ? null : now));
    }

    /** A key of {@code config} that Assay does not know, with its value in YAML. */
    record OtherSetting(String key, FormField value) {}

    private record Reading(
            String problem,
            Map<String, Object> values,
            Map<String, String> others,
            SchemaViewModel.Reading inputs,
            SchemaViewModel.Reading output,
            List<ToolRow.Reading> toolDefs) {}

    /** Forgets what was typed and shows what the text says, as when another prompt is opened. */
    public void restart() {
        List.of(description, model, format, tools).forEach(FormField::forget);
        parameters.values().forEach(FormField::forget);
        others.clear();
        toolDefs.clear();
        inputs.rows().clear();
        output.rows().clear();
        follow(text.current().get());
    }

    private void follow(String source) {
        reading.run(() -> read(source), this::show, failure -> problem.set(failure.summary()));
    }

    private Reading read(String source) {
        var editor = FrontMatterEditor.of(source);
        var unknown = new LinkedHashMap<String, String>();
        List<String> known =
                Arrays.stream(ParameterKind.values()).map(ParameterKind::key).toList();
        if (editor.value(List.of("config")) instanceof Map<?, ?> config) {
            config.keySet().stream()
                    .map(String::valueOf)
                    .filter(key -> !known.contains(key))
                    .forEach(key -> unknown.put(key, editor.yaml(List.of("config", key))));
        }
        int tools = editor.value(List.of("toolDefs")) instanceof List<?> list ? list.size() : 0;
        return new Reading(
                editor.problem().orElse(""),
                editor.values(),
                unknown,
                inputs.read(source),
                output.read(source),
                IntStream.range(0, tools)
                        .mapToObj(i -> ToolRow.Reading.of(editor, i))
                        .toList());
    }

    private void show(Reading read) {
        problem.set(read.problem);
        if (!read.problem.isEmpty()) {
            return;
        }
        description.show(TypedText.write(read.values.get("description")));
        model.show(TypedText.write(read.values.get("model")));
        format.show(TypedText.write(below(read.values, "output", "format")));
        tools.show(read.values.get("tools") instanceof List<?> list ? TypedText.write(list) : "");
        parameters.forEach((kind, field) -> field.show(kind.write(below(read.values, "config", kind.key()))));
        if (!others.stream().map(OtherSetting::key).toList().equals(List.copyOf(read.others.keySet()))) {
            others.setAll(read.others.keySet().stream().map(this::other).toList());
        }
        others.forEach(other -> other.value.show(read.others.getOrDefault(other.key, "")));
        inputs.show(read.inputs);
        output.show(read.output);
        if (toolDefs.size() != read.toolDefs.size()) {
            toolDefs.setAll(IntStream.range(0, read.toolDefs.size())
                    .mapToObj(i -> new ToolRow(text, i))
                    .toList());
        }
        toolDefs.forEach(tool -> tool.show(read.toolDefs.get(tool.index())));
    }

    private OtherSetting other(String key) {
        List<String> path = List.of("config", key);
        return new OtherSetting(
                key,
                FormField.late(
                        now -> text.edit(editor -> now.isBlank() ? editor.remove(path) : editor.setYaml(path, now))));
    }

    private static @Nullable Object below(Map<String, Object> values, String first, String second) {
        return values.get(first) instanceof Map<?, ?> map ? map.get(second) : null;
    }

    private boolean writeTools(String names) {
        return text.put(List.of("tools"), names.isBlank() ? null : TypedText.options(names));
    }

    /** Adds a tool that the prompt defines itself. */
    void addTool() {
        attempt(() -> text.put(
                ToolRow.path(toolDefs.size()),
                Map.of("name", toolDefs.isEmpty() ? "tool" : "tool" + (toolDefs.size() + 1))));
    }

    /** Takes a tool out. */
    void removeTool(ToolRow tool) {
        attempt(() -> text.put(ToolRow.path(tool.index()), null));
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (InputException e) {
            problem.set(Messages.get("form.refused", e.getMessage()));
        }
    }

    /** Where a key stands in the text; empty where it does not. */
    OptionalInt placeOf(List<String> path) {
        return FrontMatterEditor.of(text.current().get())
                .placeOf(path)
                .map(Settings.Place::keyStart)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The YAML of a nested field. */
    String yaml(List<String> path) {
        return FrontMatterEditor.of(text.current().get()).yaml(path);
    }

    FormField description() {
        return description;
    }

    FormField model() {
        return model;
    }

    /** The form of the answer: {@code json}, {@code text} or another word. */
    FormField format() {
        return format;
    }

    /** Names of tools, with commas between them. */
    FormField tools() {
        return tools;
    }

    /** What {@code toolChoice} may be: a rule, or a tool of this prompt. */
    List<String> toolChoices() {
        Stream<String> named =
                Arrays.stream(tools.textProperty().get().split(",", -1)).map(String::strip);
        Stream<String> own =
                toolDefs.stream().map(tool -> tool.name().textProperty().get());
        return Stream.concat(Stream.of("auto", "none", "required"), Stream.concat(named, own))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    FormField parameter(ParameterKind kind) {
        return parameters.getOrDefault(kind, description);
    }

    ObservableList<OtherSetting> others() {
        return others;
    }

    ObservableList<ToolRow> toolDefs() {
        return toolDefs;
    }

    SchemaViewModel inputs() {
        return inputs;
    }

    SchemaViewModel output() {
        return output;
    }

    /** Why nothing can be changed here now; empty where it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
