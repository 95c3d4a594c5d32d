package dev.assay.prompt;

import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.prompt.render.Fragment;
import dev.assay.prompt.render.Inputs;
import dev.assay.prompt.render.Interpreter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template's values in. A value can never become a role or a tag: rendering yields typed tokens. Thread-safe
 * where its partials are.
 */
public final class PromptRenderer {
    private final PartialSource partials;

    /** A renderer that looks partials up in {@code partials}. */
    public PromptRenderer(PartialSource partials) {
        this.partials = partials;
    }

    /**
     * The messages for the given values. Values of {@code input.default} fill in for those not given; an optional
     * input may be missing and renders as nothing, any other one that is printed must be given.
     *
     * @param inputs values by variable name; strings, numbers, booleans, lists, maps and null
     * @param history earlier messages for {@code {{history}}}; may be empty
     * @throws dev.assay.llm.InputException where the template has errors, a required input is missing, or a partial is
     *     missing; names file, line and column
     */
    public RenderedPrompt render(PromptTemplate template, Map<String, Object> inputs, List<Message> history) {
        var fragments = fragments(template, inputs, Map.of());
        return new RenderedPrompt(
                MessageAssembler.messages(fragments, history), template.parameters(), template.format());
    }

    /**
     * What the template renders to before it is cut into messages.
     *
     * @param context the {@code @} values
     */
    List<Fragment> fragments(PromptTemplate template, Map<String, Object> inputs, Map<String, Object> context) {
        template.requireValid();
        Map<String, @Nullable Object> values =
                new LinkedHashMap<>(template.frontMatter().inputDefault());
        values.putAll(inputs);
        List<PromptVariable> declared =
                template.variables().stream().filter(PromptVariable::declared).toList();
        requireGiven(template, declared, values);
        var optional = declared.stream()
                .filter(variable -> !variable.required())
                .map(PromptVariable::name)
                .collect(Collectors.toSet());
        return Interpreter.render(
                template.body(),
                new Inputs(values, optional, new LinkedHashMap<>(context)),
                name -> partials.find(name)
                        .map(partial -> partial.requireValid().body()));
    }

    private static void requireGiven(
            PromptTemplate template, List<PromptVariable> declared, Map<String, @Nullable Object> values) {
        List<PromptVariable> missing = declared.stream()
                .filter(PromptVariable::required)
                .filter(variable -> !values.containsKey(variable.name()))
                .toList();
        if (!missing.isEmpty()) {
            throw missing(template, missing);
        }
    }

    private static InputException missing(PromptTemplate template, List<PromptVariable> missing) {
        String names =
                missing.stream().map(variable -> "'" + variable.name() + "'").collect(Collectors.joining(", "));
        PromptVariable first = missing.getFirst();
        return template.missing(
                first,
                (missing.size() == 1 ? "the input " : "the inputs ") + names
                        + " must be given: give a value, set input.default, or write '" + first.name() + "?'");
    }
}
