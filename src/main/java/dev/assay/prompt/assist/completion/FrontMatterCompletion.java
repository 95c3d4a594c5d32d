package dev.assay.prompt.assist.completion;

import dev.assay.llm.ReasoningEffort;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.completion.yaml.YamlPlace;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.SchemaField;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Completes keys and values of front matter. */
final class FrontMatterCompletion {
    private static final List<Candidate> TYPES = List.of(
            value("string", "Text"),
            value("integer", "A whole number"),
            value("number", "A number"),
            value("boolean", "true or false"),
            value("any", "Any value"),
            value("null", "Nothing"));

    private final ParsedPrompt prompt;
    private final Known known;

    FrontMatterCompletion(ParsedPrompt prompt, Known known) {
        this.prompt = prompt;
        this.known = known;
    }

    List<Completion> at(int offset) {
        YamlPlace place = YamlPlace.at(prompt, offset);
        if (place == null) {
            return List.of();
        }
        int end = offset;
        String text = prompt.text();
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        List<Candidate> candidates = place.key() == null ? keys(place, end) : values(place, place.key());
        return Completions.fit(candidates, place.typed(), place.wordStart(), end);
    }

    private List<Candidate> keys(YamlPlace place, int end) {
        if (place.isBelow("tools")) {
            return tools().stream()
                    .filter(tool -> !place.siblings().contains(tool.label()))
                    .toList();
        }
        boolean hasColon = prompt.text().startsWith(":", end);
        int open = place.typed().indexOf('(');
        if (open > 0 && inSchema(place)) {
            String name = place.typed().substring(0, open + 1);
            return List.of("array", "object", "enum").stream()
                    .map(kind -> Candidate.of(Completion.Kind.VALUE, name + kind, "", "")
                            .inserting(name + kind + (prompt.text().startsWith(")", end) ? "" : "): ")))
                    .toList();
        }
        var found = new ArrayList<Candidate>();
        if (place.isBelow("input", "schema") || place.isBelow("input", "schema", "properties")) {
            found.addAll(undeclared(place));
        } else if (place.isBelow("input", "default")) {
            prompt.template()
                    .variables(known.partials())
                    .forEach(variable ->
                            found.add(key(variable.name(), "Value where none is given", variable.name() + ": ")));
        }
        FrontMatterKeys.below(place.parents(), isJsonSchema(place))
                .forEach(entry -> found.add(key(entry.name(), entry.line(), entry.name() + opening(entry, place))));
        return found.stream()
                .filter(one -> !place.siblings().contains(one.label()))
                .map(one -> hasColon ? one.inserting(one.label()) : one)
                .toList();
    }

    private static String opening(FrontMatterKeys.Key key, YamlPlace place) {
        return place.flow() && key.map() ? ": {|}" : key.opening(place.indent());
    }

    private List<Candidate> undeclared(YamlPlace place) {
        List<String> declared = place.siblings().stream()
                .map(key -> SchemaField.parse(key).name())
                .toList();
        return prompt.template().variables(known.partials()).stream()
                .filter(PromptVariable::used)
                .filter(variable -> !declared.contains(variable.name()))
                .map(variable -> new Candidate(
                        Completion.Kind.VARIABLE,
                        variable.name(),
                        "",
                        "Used below, not declared",
                        variable.name() + ": "))
                .toList();
    }

    private List<Candidate> values(YamlPlace place, String key) {
        if (place.parents().isEmpty() && key.equals("model")) {
            return known.models().get().stream()
                    .map(model -> Candidate.of(Completion.Kind.MODEL, model, "model", ""))
                    .toList();
        }
        if (place.isBelow("config")) {
            return ofConfig(key);
        }
        if (place.isBelow("output") && key.equals("format")) {
            return List.of(value("json", "An object or list"), value("text", "Plain text"));
        }
        if (place.isBelow("input", "default")) {
            return options(key);
        }
        boolean typed = inSchema(place) && (!isJsonSchema(place) || key.equals("type"));
        return typed && !key.contains("(") ? types() : List.of();
    }

    private List<Candidate> ofConfig(String key) {
        return switch (key) {
            case "toolChoice" ->
                Stream.concat(
                                Stream.of(
                                        value("auto", "The model decides"),
                                        value("none", "No tool is called"),
                                        value("required", "Some tool is called")),
                                tools().stream())
                        .toList();
            case "reasoningEffort" ->
                Stream.of(ReasoningEffort.values())
                        .map(effort -> value(effort.word(), ""))
                        .toList();
            default -> List.of();
        };
    }

    private List<Candidate> types() {
        return Stream.concat(
                        TYPES.stream(),
                        prompt.definitions().schemas().keySet().stream()
                                .sorted()
                                .map(name -> value(name, "A schema of this workspace")))
                .toList();
    }

    private List<Candidate> tools() {
        var tools = new TreeMap<>(prompt.definitions().tools());
        prompt.template().frontMatter().toolDefs().forEach(tool -> tools.putIfAbsent(tool.name(), tool));
        return tools.values().stream()
                .map(tool -> value(tool.name(), tool.description() == null ? "" : tool.description()))
                .toList();
    }

    private List<Candidate> options(String input) {
        return prompt.template().variables().stream()
                .filter(variable -> variable.name().equals(input))
                .flatMap(variable -> variable.options().stream())
                .map(option -> value(String.valueOf(option), ""))
                .toList();
    }

    private static boolean inSchema(YamlPlace place) {
        return place.isInside("input", "schema")
                || place.isInside("output", "schema")
                || place.isInside("toolDefs", "inputSchema")
                || place.isInside("toolDefs", "outputSchema");
    }

    private boolean isJsonSchema(YamlPlace place) {
        return place.isInside("input", "schema")
                && Picoschema.isJsonSchema(prompt.template().frontMatter().inputSchema());
    }

    private static Candidate key(String name, String line, String insert) {
        return new Candidate(Completion.Kind.KEY, name, "", line, insert);
    }

    private static Candidate value(String name, String line) {
        return Candidate.of(Completion.Kind.VALUE, name, "", line);
    }
}
