package dev.assay.prompt.edit;

import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes the fields of a schema in a prompt file's text, be it Picoschema or JSON Schema. Methods return the new text. */
public final class SchemaEditor {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*");

    private final String text;
    private final FrontMatterEditor editor;
    private final List<String> schema;

    /** @param schema path of the schema, such as {@code input.schema} */
    public SchemaEditor(String text, List<String> schema) {
        this.text = text;
        this.editor = FrontMatterEditor.of(text);
        this.schema = List.copyOf(schema);
    }

    /** The fields in the order of the file. */
    public List<SchemaEntry> entries() {
        var entries = new ArrayList<SchemaEntry>();
        if (isJson()) {
            List<?> required = editor.value(below("required")) instanceof List<?> list ? list : List.of();
            map(editor.value(below("properties")))
                    .forEach((key, value) ->
                            entries.add(SchemaEntry.ofJsonSchema(key, map(value), !required.contains(key))));
        } else {
            map(editor.value(schema)).forEach((key, value) -> entries.add(SchemaEntry.ofPicoschema(key, value)));
        }
        return entries;
    }

    private boolean isJson() {
        return SchemaEntry.isJsonSchema(map(editor.value(schema)));
    }

    /** The path of a field. */
    public List<String> pathOf(SchemaEntry entry) {
        return isJson() ? below("properties", entry.key()) : below(entry.key());
    }

    /** Adds a field behind the others. */
    public String add(SchemaEntry entry) {
        requireFree(entry.name());
        if (!isJson()) {
            return editor.set(below(entry.picoschemaKey()), entry.picoschemaValue())
                    .apply(text);
        }
        String added = editor.set(below("properties", entry.name()), Map.of("type", entry.type()))
                .apply(text);
        return required(added, entry.name(), entry.name(), !entry.optional());
    }

    /** Takes a field out. */
    public String remove(SchemaEntry entry) {
        String removed = editor.remove(pathOf(entry)).apply(text);
        return isJson() ? required(removed, entry.name(), entry.name(), false) : removed;
    }

    /** Moves a field to another place among the others. */
    public String move(int from, int to) {
        return editor.move(isJson() ? below("properties") : schema, from, to).apply(text);
    }

    /** Changes what is different between a field and what it is to be; everything else of it stays as it is written. */
    public String change(SchemaEntry before, SchemaEntry now) {
        if (!before.name().equals(now.name())) {
            requireFree(now.name());
        }
        if (now.type().equals("enum") && now.options().isEmpty()) {
            throw new InputException("an enum needs at least one value");
        }
        return isJson() ? changeJson(before, now) : changePicoschema(before, now);
    }

    private String changePicoschema(SchemaEntry before, SchemaEntry now) {
        String key = before.nested() ? renamedKey(before, now) : now.picoschemaKey();
        String renamed = editor.rename(below(before.key()), key).apply(text);
        return before.nested()
                ? renamed
                : FrontMatterEditor.of(renamed)
                        .set(below(key), now.picoschemaValue())
                        .apply(renamed);
    }

    /** Of a nested field only name and question mark change. */
    private static String renamedKey(SchemaEntry before, SchemaEntry now) {
        int name = before.name().length() + (before.optional() ? 1 : 0);
        return now.name() + (now.optional() ? "?" : "") + before.key().substring(name);
    }

    private String changeJson(SchemaEntry before, SchemaEntry now) {
        List<String> path = below("properties", now.name());
        String changed =
                editor.rename(below("properties", before.key()), now.name()).apply(text);
        if (!before.nested() && !before.type().equals(now.type())) {
            var property = new LinkedHashMap<>(map(FrontMatterEditor.of(changed).value(path)));
            property.keySet().removeAll(List.of("type", "items", "enum"));
            property.putAll(jsonType(now));
            changed = FrontMatterEditor.of(changed).set(path, property).apply(changed);
        } else if (!before.options().equals(now.options())) {
            changed = set(changed, append(path, "enum"), now.options());
        }
        if (!before.description().equals(now.description())) {
            List<String> description = append(path, "description");
            changed = now.description().isEmpty()
                    ? FrontMatterEditor.of(changed).remove(description).apply(changed)
                    : set(changed, description, now.description());
        }
        return required(changed, before.name(), now.name(), !now.optional());
    }

    private static Map<String, Object> jsonType(SchemaEntry now) {
        if (now.type().equals("enum")) {
            return Map.of("enum", now.options());
        }
        return now.isList()
                ? Map.of("type", "array", "items", Map.of("type", now.itemType()))
                : Map.of("type", now.type());
    }

    private String required(String changed, String before, String now, boolean wanted) {
        Object old = FrontMatterEditor.of(changed).value(below("required"));
        var names = new ArrayList<Object>(old instanceof List<?> list ? list : List.of());
        int index = names.indexOf(before);
        if (index >= 0) {
            names.remove(index);
        }
        if (wanted) {
            names.add(index >= 0 ? index : names.size(), now);
        }
        return names.isEmpty()
                ? FrontMatterEditor.of(changed).remove(below("required")).apply(changed)
                : set(changed, below("required"), names);
    }

    private void requireFree(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException("'" + name + "' is no name: use letters, digits and _, such as customer_name");
        }
        if (entries().stream().anyMatch(entry -> entry.name().equals(name))) {
            throw new InputException("there is a '" + name + "' already: choose another name");
        }
    }

    private static String set(String text, List<String> path, Object value) {
        return FrontMatterEditor.of(text).set(path, value).apply(text);
    }

    private List<String> below(String... steps) {
        return Stream.concat(schema.stream(), Stream.of(steps)).toList();
    }

    private static List<String> append(List<String> path, String step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        var copy = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> copy.put(String.valueOf(key), one));
        }
        return copy;
    }
}
