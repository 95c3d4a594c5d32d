package dev.assay.prompt.assist.mend;

import dev.assay.prompt.assist.Declarations;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import dev.assay.prompt.frontmatter.Settings.Place;
import dev.assay.prompt.frontmatter.SettingsReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits of {@code input.schema} that leave all other lines, remarks and the order of keys as they are. */
final class SchemaEdits {
    private static final String STEP = "  ";

    private final ParsedPrompt prompt;
    private final String text;
    private final YamlLines lines;
    private final Declarations declarations;

    SchemaEdits(ParsedPrompt prompt) {
        this.prompt = prompt;
        this.text = prompt.text();
        this.lines = new YamlLines(prompt);
        this.declarations = new Declarations(prompt);
    }

    /** Declares an input; empty where the front matter is broken or its schema is no list of fields. */
    Optional<Replacement> declare(String name, String type) {
        if (!prompt.layout().hasFrontMatter()) {
            int start = prompt.layout().openStart();
            String field = STEP + STEP + entry(name, type, false);
            return Optional.of(
                    insert(start, String.join(lines.newline(), "---", "input:", STEP + "schema:", field, "---", "")));
        }
        if (!prompt.layout().closed() || isBroken()) {
            return Optional.empty();
        }
        if (place("input") == null) {
            int end = prompt.layout().yamlEnd();
            return Optional.of(insert(
                    end,
                    lines.line(
                            end,
                            String.join(
                                    lines.newline(),
                                    "input:",
                                    STEP + "schema:",
                                    STEP + STEP + entry(name, type, false)))));
        }
        List<String> fields = declarations.fieldsPath();
        Place schema = place(fields.toArray(String[]::new));
        return schema == null
                ? withoutSchema(name, type)
                : intoMap(schema, fields, entry(name, type, declarations.isJsonSchema()));
    }

    private Optional<Replacement> withoutSchema(String name, String type) {
        if (declarations.isJsonSchema()) {
            return intoMap(
                    place("input", "schema"),
                    List.of("input", "schema"),
                    "properties: {" + entry(name, type, true) + "}");
        }
        Place input = place("input");
        if (input == null || isFlow(input)) {
            return intoMap(input, List.of("input"), "schema: {" + entry(name, type, false) + "}");
        }
        if (!isEmpty(input) && children(List.of("input")).isEmpty()) {
            return Optional.empty();
        }
        String indent = childIndent(List.of("input"), input);
        int at = lines.nextLine(input.keyStart());
        return Optional.of(insert(
                at, lines.line(at, indent + "schema:" + lines.newline() + indent + STEP + entry(name, type, false))));
    }

    private Optional<Replacement> intoMap(@Nullable Place map, List<String> path, String entry) {
        if (map == null) {
            return Optional.empty();
        }
        if (isFlow(map)) {
            String inside = text.substring(map.valueStart() + 1, map.valueEnd() - 1);
            int at = map.valueEnd()
                    - 1
                    - (inside.length() - inside.stripTrailing().length());
            return Optional.of(
                    insert(at, (inside.isBlank() || inside.stripTrailing().endsWith(",") ? "" : ", ") + entry));
        }
        List<Place> children = children(path);
        if (children.isEmpty() && !isEmpty(map)) {
            return Optional.empty();
        }
        int at = children.isEmpty()
                ? lines.nextLine(map.keyStart())
                : lines.blockEnd(children.getLast().keyStart());
        return Optional.of(insert(at, lines.line(at, childIndent(path, map) + entry)));
    }

    /** Takes an input out of the schema, the list of required ones and the defaults. */
    List<Replacement> remove(String name) {
        var edits = new ArrayList<Replacement>();
        declarations.keyOf(name).ifPresent(path -> edits.add(removal(path)));
        if (prompt.settings().places().containsKey(List.of("input", "default", name))) {
            edits.add(removal(List.of("input", "default", name)));
        }
        List<String> required = List.of("input", "schema", "required");
        prompt.settings().places().forEach((path, place) -> {
            boolean listed = path.size() == 4 && path.subList(0, 3).equals(required);
            if (listed
                    && declarations.isJsonSchema()
                    && text.substring(place.valueStart(), place.valueEnd()).equals(name)) {
                edits.add(element(place));
            }
        });
        return edits;
    }

    /** Removes a key; where it is the only one, the key above goes with it, so that no empty map is left. */
    private Replacement removal(List<String> path) {
        List<String> parent = path.subList(0, path.size() - 1);
        Place map = placeOf(parent);
        Place own = Objects.requireNonNull(placeOf(path));
        if (map != null && isFlow(map)) {
            return children(parent).size() == 1
                    ? new Replacement(map.valueStart(), map.valueEnd(), "{}")
                    : flowEntry(own.keyStart(), own.valueEnd());
        }
        if (map != null && children(parent).size() == 1 && !declarations.isJsonSchema() && !hasRemarks(map)) {
            return removal(parent);
        }
        return new Replacement(lines.lineStart(own.keyStart()), lines.blockEnd(own.keyStart()), "");
    }

    private boolean hasRemarks(Place map) {
        return text.substring(lines.lineStart(map.keyStart()), lines.blockEnd(map.keyStart()))
                .contains("#");
    }

    private Replacement element(Place place) {
        String before = text.substring(lines.lineStart(place.valueStart()), place.valueStart());
        return before.isBlank() || before.strip().equals("-")
                ? new Replacement(lines.lineStart(place.valueStart()), lines.nextLine(place.valueStart()), "")
                : flowEntry(place.valueStart(), place.valueEnd());
    }

    /** An entry between braces goes with one of the commas beside it. */
    private Replacement flowEntry(int start, int end) {
        int after = end;
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        if (text.charAt(after) == ',') {
            int next = after + 1;
            while (text.charAt(next) == ' ') {
                next++;
            }
            return new Replacement(start, next, "");
        }
        int before = start;
        while (text.charAt(before - 1) == ' ') {
            before--;
        }
        return new Replacement(text.charAt(before - 1) == ',' ? before - 1 : start, end, "");
    }

    /** What could be read of broken YAML is enough to know names by, not to edit it. */
    private boolean isBroken() {
        return SettingsReader.read(
                                text,
                                prompt.layout().yamlStart(),
                                prompt.layout().yamlEnd())
                        .problem()
                != null;
    }

    private static String entry(String name, String type, boolean json) {
        String key = name.matches("[\\p{L}_][\\p{L}\\p{N}_-]*") ? name : "\"" + name + "\"";
        if (json) {
            return key + ": {type: " + type + "}";
        }
        return type.equals("array") ? key + "(array): string" : key + ": " + type;
    }

    private List<Place> children(List<String> path) {
        return prompt.settings().places().entrySet().stream()
                .filter(entry -> entry.getKey().size() == path.size() + 1
                        && entry.getKey().subList(0, path.size()).equals(path))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingInt(Place::keyStart))
                .toList();
    }

    private String childIndent(List<String> path, Place map) {
        List<Place> children = children(path);
        return children.isEmpty()
                ? " ".repeat(lines.indent(map.keyStart())) + STEP
                : " ".repeat(lines.indent(children.getFirst().keyStart()));
    }

    private boolean isFlow(Place map) {
        return map.valueStart() < text.length()
                && text.charAt(map.valueStart()) == '{'
                && map.valueEnd() > map.valueStart();
    }

    private boolean isEmpty(Place map) {
        return map.valueEnd() <= map.valueStart();
    }

    private @Nullable Place place(String... path) {
        return placeOf(List.of(path));
    }

    private @Nullable Place placeOf(List<String> path) {
        return prompt.settings().places().get(path);
    }

    private static Replacement insert(int at, String inserted) {
        return new Replacement(at, at, inserted);
    }
}
