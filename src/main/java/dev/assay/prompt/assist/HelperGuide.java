package dev.assay.prompt.assist;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line about each helper, for completion and hover. */
public final class HelperGuide {
    private static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("if", "Shows its body where the value is given and neither 0, false nor empty"),
            Map.entry("unless", "Shows its body where the value is missing, 0, false or empty"),
            Map.entry("each", "Repeats its body for every element of a list or field of an object"),
            Map.entry("with", "Makes the value what names in its body belong to"),
            Map.entry("ifEquals", "Shows its body where both values are the same, type included"),
            Map.entry("unlessEquals", "Shows its body where the two values differ"),
            Map.entry("role", "Begins a message of that role: system, user, model or tool"),
            Map.entry("history", "Inserts the messages of the conversation so far"),
            Map.entry("media", "Inserts an image or other medium by its address"),
            Map.entry("section", "Marks a place that is filled in later, by its name"),
            Map.entry("log", "Writes a value to the log; nothing is sent"),
            Map.entry("json", "Prints a value as JSON"),
            Map.entry("lookup", "Takes a field or element whose name is itself a value"),
            Map.entry("else", "Begins the other branch of the block"));
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("if", "{{#if value}} ... {{else}} ... {{/if}}"),
            Map.entry("unless", "{{#unless value}} ... {{/unless}}"),
            Map.entry("each", "{{#each list as |item index|}} ... {{/each}}"),
            Map.entry("with", "{{#with object}} ... {{/with}}"),
            Map.entry("ifEquals", "{{#ifEquals a b}} ... {{/ifEquals}}"),
            Map.entry("unlessEquals", "{{#unlessEquals a b}} ... {{/unlessEquals}}"),
            Map.entry("role", "{{role \"system\"}}"),
            Map.entry("history", "{{history}}"),
            Map.entry("media", "{{media url=address contentType=type}}"),
            Map.entry("section", "{{section \"name\"}}"),
            Map.entry("log", "{{log value}}"),
            Map.entry("json", "{{json value indent=2}}"),
            Map.entry("lookup", "{{lookup object key}}"),
            Map.entry("else", "{{else}} or {{else if value}}"));
    private static final Map<String, String> DATA = Map.of(
            "index", "Number of the element, from 0",
            "key", "Key of the field, or number of the element",
            "first", "Whether this is the first element",
            "last", "Whether this is the last element",
            "root", "All inputs, whatever the blocks around");

    private HelperGuide() {}

    /** What a helper does, or null where there is no such helper. */
    public static @Nullable String line(String helper) {
        return LINES.get(helper);
    }

    /** How a helper is written, or null where there is no such helper. */
    public static @Nullable String form(String helper) {
        return FORMS.get(helper);
    }

    /** What a value after {@code @} is, by name. */
    public static Map<String, String> data() {
        return DATA;
    }
}
