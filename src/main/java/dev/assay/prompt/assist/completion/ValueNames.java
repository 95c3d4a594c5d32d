package dev.assay.prompt.assist.completion;

import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.assist.HelperGuide;
import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Scope;
import dev.assay.prompt.inputs.SchemaType;
import dev.assay.prompt.template.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of values that may be used at a place. */
final class ValueNames {
    private final ParsedPrompt prompt;
    private final Known known;
    private final Scope scope;
    private final TagPlace place;

    ValueNames(ParsedPrompt prompt, TagPlace place, Known known) {
        this.prompt = prompt;
        this.place = place;
        this.known = known;
        this.scope = Scope.at(prompt, place.tag().start());
    }

    /** The names that go on from what has been typed up to the last dot or slash. */
    List<Candidate> after(String typed) {
        int cut = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf('/'));
        String base = cut < 0 ? "" : typed.substring(0, cut + 1);
        if (base.isEmpty()) {
            return typed.startsWith("@") ? data() : all();
        }
        if (base.equals("@root.")) {
            return prefixed(base, inputs());
        }
        String names = base.replaceAll("^(\\.\\./)+", "");
        int up = (base.length() - names.length()) / 3;
        if (names.isEmpty() || names.equals("this.") || names.equals("this/")) {
            return prefixed(base, scope.isInput(up) ? inputs() : fields(scope.self(up)));
        }
        return prefixed(base, fields(type(names, up)));
    }

    private SchemaType type(String names, int up) {
        String[] parts = names.split("[./]");
        boolean parameter = up == 0 && scope.parameter(parts[0]).isPresent();
        SchemaType type =
                parameter ? scope.parameterType(parts[0]) : scope.self(up).field(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            type = parts[i].matches("\\d+") ? type.element() : type.field(parts[i]);
        }
        return type;
    }

    private List<Candidate> all() {
        var found = new LinkedHashMap<String, Candidate>();
        scope.blocks().reversed().forEach(block -> block.parameters().forEach(token -> parameter(token, found)));
        List<Candidate> own = scope.isInput(0) ? inputs() : fields(scope.self(0));
        own.forEach(candidate -> found.putIfAbsent(candidate.label(), candidate));
        if (scope.depth() > 0) {
            found.putIfAbsent("this", value(Completion.Kind.FIELD, "this", scope.self(0)));
            data().stream()
                    .filter(candidate -> !candidate.label().equals("@root"))
                    .forEach(candidate -> found.putIfAbsent(candidate.label(), candidate));
            prefixed("../".repeat(scope.depth()), inputs())
                    .forEach(candidate -> found.putIfAbsent(candidate.label(), candidate));
        }
        return List.copyOf(found.values());
    }

    private void parameter(Token token, Map<String, Candidate> found) {
        found.putIfAbsent(
                token.text(), value(Completion.Kind.PARAMETER, token.text(), scope.parameterType(token.text())));
    }

    private List<Candidate> data() {
        var data = new ArrayList<Candidate>();
        List<String> order = List.of("index", "first", "last", "key", "root");
        boolean inEach =
                scope.blocks().stream().anyMatch(block -> block.helper().equals("each"));
        for (String name : order) {
            if (inEach || name.equals("root")) {
                String line = HelperGuide.data().getOrDefault(name, "");
                data.add(Candidate.of(Completion.Kind.DATA, "@" + name, "", line));
            }
        }
        return data;
    }

    /** The inputs, as if the tag of the place were not there: what is being typed is no name yet. */
    List<Candidate> inputs() {
        int start = place.tag().start();
        int end = place.tag().end();
        String without = prompt.text().substring(0, start)
                + " ".repeat(end - start)
                + prompt.text().substring(end);
        return ParsedPrompt.of(without, prompt.definitions()).template().variables(known.partials()).stream()
                .map(ValueNames::input)
                .toList();
    }

    private static Candidate input(PromptVariable variable) {
        String type = variable.type() == null ? "" : variable.type();
        String description = variable.description() == null
                ? variable.declared() ? "" : "Used here, not declared"
                : variable.description();
        return Candidate.of(
                Completion.Kind.VARIABLE,
                variable.name(),
                variable.required() || type.isEmpty() ? type : type + "?",
                description);
    }

    private static List<Candidate> fields(SchemaType type) {
        return type.fields().entrySet().stream()
                .map(field -> value(Completion.Kind.FIELD, field.getKey(), field.getValue()))
                .toList();
    }

    private static Candidate value(Completion.Kind kind, String name, SchemaType type) {
        String description = type.description();
        String word = type.name();
        return Candidate.of(kind, name, word == null ? "" : word, description == null ? "" : description);
    }

    private static List<Candidate> prefixed(String base, List<Candidate> names) {
        return names.stream()
                .map(one -> Candidate.of(one.kind(), base + one.label(), one.type(), one.description()))
                .toList();
    }
}
