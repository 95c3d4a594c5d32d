package dev.assay.prompt.inputs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of a prompt's inputs. Values that nobody has declared pass as they are: a dataset may have more columns than
 * a prompt uses. Immutable.
 */
public final class TypedInputs {
    private final Map<String, Object> schema;
    private final Map<?, ?> properties;

    private TypedInputs(Map<String, Object> schema) {
        this.schema = schema;
        this.properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
    }

    /** The inputs of a JSON Schema; any values fit an empty one. */
    public static TypedInputs of(Map<String, Object> schema) {
        return new TypedInputs(schema);
    }

    /**
     * The values, with text read as the declared type where that loses nothing: text is all that a CSV file and a command
     * line can give. Text that stands for no such value stays text.
     */
    public Map<String, @Nullable Object> read(Map<String, ? extends @Nullable Object> values) {
        var read = new LinkedHashMap<String, @Nullable Object>(values);
        read.replaceAll((name, value) -> value instanceof String text && properties.get(name) instanceof Map<?, ?> type
                ? TextValue.read(text, type)
                : value);
        return read;
    }

    /** What does not fit, in the order of the values; at most a few. */
    public List<InputFault> faults(Map<String, ? extends @Nullable Object> values) {
        var faults = new ArrayList<InputFault>();
        values.forEach((name, value) -> {
            if (properties.get(name) instanceof Map<?, ?> type) {
                faults.addAll(SchemaCheck.check(schema, type, name, value));
            }
        });
        return faults;
    }
}
