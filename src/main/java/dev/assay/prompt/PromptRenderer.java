package dev.assay.prompt;

import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.inputs.InputFault;
import dev.assay.prompt.render.Fragment;
import dev.assay.prompt.render.Inputs;
import dev.assay.prompt.render.Interpreter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template's values in. A value can never become a role or a tag: rendering yields typed tokens. Thread-safe
 * where its partials are.
 */
public final class PromptRenderer {
    private static final int MOST_FAULTS = 3;

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
     * @throws dev.assay.llm.InputException where the template has errors, a required input is missing or of another type
     *     than declared, or a partial is missing; names file, line and column
     */
    public RenderedPrompt render(PromptTemplate template, Map<String, Object> inputs, List<Message> history) {
        var fragments = fragments(template, inputs, Map.of(), history);
        return new RenderedPrompt(MessageAssembler.messages(fragments, history), template);
    }

    /**
     * Like {@link #render}, with values that only stand for those to come, whatever types are declared.
     *
     * @throws dev.assay.llm.InputException where the template has errors or a partial is missing
     */
    public RenderedPrompt renderMarks(PromptTemplate template, Map<String, Object> marks) {
        template.requireValid();
        Map<String, @Nullable Object> values =
                new LinkedHashMap<>(template.frontMatter().inputDefault());
        values.putAll(marks);
        return new RenderedPrompt(
                MessageAssembler.messages(interpreted(template, values, Map.of(), List.of()), List.of()), template);
    }

    /**
     * What the template renders to before it is cut into messages.
     *
     * @param context the {@code @} values
     */
    List<Fragment> fragments(
            PromptTemplate template, Map<String, Object> inputs, Map<String, Object> context, List<Message> history) {
        template.requireValid();
        boolean strict = template.dialect().isStrict();
        return interpreted(
                template, strict ? checked(template, inputs) : new LinkedHashMap<>(inputs), context, history);
    }

    private List<Fragment> interpreted(
            PromptTemplate template,
            Map<String, @Nullable Object> values,
            Map<String, Object> context,
            List<Message> history) {
        var data = new LinkedHashMap<String, @Nullable Object>(context);
        data.put("metadata", metadata(template, history));
        return Interpreter.render(
                template.body(),
                new Inputs(values, optional(template), data, template.dialect()),
                name -> partials.find(name).map(partial -> partial.bodyAsPartial(template.dialect())));
    }

    private static Map<String, Object> metadata(PromptTemplate template, List<Message> history) {
        return Map.of(
                "prompt",
                template.metadata(),
                "messages",
                history.isEmpty()
                        ? history
                        : history.stream().map(PromptMetadata::of).toList());
    }

    private static Set<String> optional(PromptTemplate template) {
        var optional = new HashSet<String>();
        template.declared().values().forEach(input -> {
            if (!input.required() || template.frontMatter().inputDefault().containsKey(input.name())) {
                optional.add(input.name());
            }
        });
        return optional;
    }

    /** All values there are, each of its declared type. */
    private static Map<String, @Nullable Object> checked(PromptTemplate template, Map<String, Object> inputs) {
        Map<String, @Nullable Object> values =
                new LinkedHashMap<>(template.frontMatter().inputDefault());
        values.putAll(inputs);
        List<String> missing = template.declared().values().stream()
                .filter(input -> input.required() && !values.containsKey(input.name()))
                .map(DeclaredInput::name)
                .toList();
        if (!missing.isEmpty()) {
            throw missing(template, missing);
        }
        Map<String, @Nullable Object> typed = template.inputs().read(values);
        List<InputFault> faults = template.inputs().faults(typed);
        if (!faults.isEmpty()) {
            throw template.inputError(faults.getFirst().input(), "the input " + said(faults));
        }
        return typed;
    }

    private static String said(List<InputFault> faults) {
        String first =
                faults.stream().limit(MOST_FAULTS).map(InputFault::toString).collect(Collectors.joining("; "));
        return faults.size() > MOST_FAULTS ? first + "; and " + (faults.size() - MOST_FAULTS) + " more" : first;
    }

    private static InputException missing(PromptTemplate template, List<String> missing) {
        String names = missing.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return template.inputError(
                missing.getFirst(),
                (missing.size() == 1 ? "the input " : "the inputs ") + names
                        + " must be given: give a value, set input.default, or "
                        + (Picoschema.isJsonSchema(template.frontMatter().inputSchema())
                                ? "take it out of 'required'"
                                : "write '" + missing.getFirst() + "?'"));
    }
}
