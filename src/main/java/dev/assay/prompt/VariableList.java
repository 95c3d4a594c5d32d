package dev.assay.prompt;

import dev.assay.llm.NearestName;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.inputs.SchemaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings together what the front matter declares and what the body uses. */
final class VariableList {
    /** To look for a name's neighbours takes time with each one declared. */
    private static final int MOST_HINTS = 20;

    private final FrontMatter frontMatter;
    private final Map<String, DeclaredInput> declared;
    private final VariableUses uses;

    VariableList(FrontMatter frontMatter, Map<String, DeclaredInput> declared, VariableUses uses) {
        this.frontMatter = frontMatter;
        this.declared = declared;
        this.uses = uses;
    }

    List<PromptVariable> variables() {
        var variables = new ArrayList<PromptVariable>();
        Set<String> used = uses.names();
        for (DeclaredInput input : declared.values()) {
            boolean hasDefault = frontMatter.inputDefault().containsKey(input.name());
            variables.add(new PromptVariable(
                    input.name(),
                    input.type(),
                    input.description(),
                    input.required() && !hasDefault,
                    frontMatter.inputDefault().get(input.name()),
                    true,
                    used.contains(input.name()),
                    input.options()));
        }
        for (String name : used) {
            if (!declared.containsKey(name)) {
                variables.add(new PromptVariable(name, null, null, false, null, false, true));
            }
        }
        return List.copyOf(variables);
    }

    /**
     * What to say of a value by that name; empty where the template has such an input, or may see all values.
     *
     * @param name may lead to a field of an input, which cannot be given on its own
     */
    Optional<String> unknown(String name) {
        Set<String> known = new LinkedHashSet<>(declared.keySet());
        known.addAll(uses.names());
        if (uses.usesAll() || known.contains(name)) {
            return Optional.empty();
        }
        String first = name.substring(0, Math.max(0, name.indexOf('.')));
        if (known.contains(first)) {
            return Optional.of(
                    "there is no input '" + name + "': give all of '" + first + "' as JSON, " + first + "={...}");
        }
        String takes = known.isEmpty() ? "it takes no inputs" : "it takes " + SchemaType.listed(known);
        return Optional.of("there is no input '" + name + "'" + NearestName.hint(name, known)
                + (NearestName.find(name, known).isPresent() ? " " : "; ") + takes);
    }

    /** Warns of inputs that are declared and not used, or used and not declared although there is a schema. */
    void check(Settings settings, Diagnostics diagnostics) {
        if (!uses.usesAll()) {
            Set<String> used = uses.names();
            declared.values().stream()
                    .filter(input -> !used.contains(input.name()))
                    .forEach(input -> settings.placeOf(input.key())
                            .ifPresent(place -> diagnostics.add(
                                    Severity.WARNING,
                                    "unused-variable",
                                    "'" + input.name() + "' is declared but not used: use it or remove it",
                                    place.keyStart(),
                                    place.keyEnd())));
        }
        if (frontMatter.inputSchema().isEmpty() || frontMatter.inputSchema().containsKey("(*)")) {
            return;
        }
        var reported = new HashSet<String>();
        for (var use : uses.uses()) {
            if (!declared.containsKey(use.name()) && reported.add(use.name())) {
                diagnostics.add(
                        Severity.WARNING,
                        "undefined-variable",
                        "'" + use.name() + "' is not in input.schema: declare it there"
                                + (reported.size() > MOST_HINTS ? "" : NearestName.hint(use.name(), declared.keySet())),
                        use.start(),
                        use.end());
            }
        }
    }
}
