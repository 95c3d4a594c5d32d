package dev.assay.prompt.assist;

import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.SchemaField;
import dev.assay.prompt.frontmatter.Settings.Place;
import dev.assay.prompt.inputs.SchemaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the inputs of a prompt stand in its front matter. */
public final class Declarations {
    private final ParsedPrompt prompt;

    /** @param prompt the prompt to look into */
    public Declarations(ParsedPrompt prompt) {
        this.prompt = prompt;
    }

    /** A name in the front matter. */
    public record Span(int start, int end) {
        /** Whether an offset lies in it or at its end. */
        public boolean covers(int offset) {
            return start <= offset && offset <= end;
        }
    }

    /** The path to the fields of {@code input.schema}; JSON Schema keeps them below {@code properties}. */
    public List<String> fieldsPath() {
        return isJsonSchema() ? List.of("input", "schema", "properties") : List.of("input", "schema");
    }

    /** Whether the schema is written as JSON Schema. */
    public boolean isJsonSchema() {
        return Picoschema.isJsonSchema(prompt.template().frontMatter().inputSchema());
    }

    /** The path to the key that declares an input; empty where it is not declared. */
    public Optional<List<String>> keyOf(String name) {
        List<String> fields = fieldsPath();
        return prompt.settings().places().keySet().stream()
                .filter(path -> path.size() == fields.size() + 1
                        && path.subList(0, fields.size()).equals(fields))
                .filter(path -> nameOf(path.getLast()).equals(name))
                .findFirst();
    }

    /** The names of the inputs that the schema declares. */
    public List<String> names() {
        return fields().keySet().stream().map(this::nameOf).toList();
    }

    /** The input whose name stands at an offset of the front matter. */
    public Optional<String> at(int offset) {
        return prompt.template().variables().stream()
                .map(variable -> variable.name())
                .filter(name -> all(name).stream().anyMatch(span -> span.covers(offset)))
                .findFirst();
    }

    /** The name in the key that declares an input. */
    public Optional<Span> inSchema(String name) {
        return keyOf(name)
                .flatMap(path -> Optional.ofNullable(prompt.settings().places().get(path))
                        .flatMap(place -> span(place.keyStart(), place.keyEnd(), name)));
    }

    /** All places of an input's name: in the schema, in the list of required ones, among the defaults. */
    public List<Span> all(String name) {
        var spans = new ArrayList<Span>();
        inSchema(name).ifPresent(spans::add);
        List<String> required = List.of("input", "schema", "required");
        prompt.settings().places().forEach((path, place) -> {
            boolean listed =
                    isJsonSchema() && path.size() == 4 && path.subList(0, 3).equals(required);
            if (listed) {
                span(place.valueStart(), place.valueEnd(), name).ifPresent(spans::add);
            }
        });
        Place fallback = prompt.settings().places().get(List.of("input", "default", name));
        if (fallback != null) {
            span(fallback.keyStart(), fallback.keyEnd(), name).ifPresent(spans::add);
        }
        return spans;
    }

    private Map<String, Object> fields() {
        Map<String, Object> schema = prompt.template().frontMatter().inputSchema();
        if (!isJsonSchema()) {
            return schema;
        }
        return new SchemaType(schema)
                .fields().entrySet().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    private String nameOf(String key) {
        return isJsonSchema() ? key : SchemaField.parse(key).name();
    }

    /** The name within a key such as {@code "name?(array, what for)"}. */
    private Optional<Span> span(int start, int end, String name) {
        String written = prompt.text().substring(start, end);
        int quote = written.startsWith("\"") || written.startsWith("'") ? 1 : 0;
        boolean there = written.startsWith(name, quote)
                && (quote + name.length() == written.length()
                        || "?( \"':,".indexOf(written.charAt(quote + name.length())) >= 0);
        return there ? Optional.of(new Span(start + quote, start + quote + name.length())) : Optional.empty();
    }
}
