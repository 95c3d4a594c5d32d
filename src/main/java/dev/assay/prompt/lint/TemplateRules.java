package dev.assay.prompt.lint;

import dev.assay.prompt.inputs.SchemaType;
import dev.assay.prompt.source.Problem;
import dev.assay.prompt.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks a template without errors by all rules.
 *
 * @param template what to check
 * @param start where its text begins in the file
 * @param end where it ends
 * @param inputs the JSON Schema of its inputs; may be empty
 * @param answer the longest answer in tokens, or null
 * @param window how many tokens the model may see, or null
 */
public record TemplateRules(
        Template template,
        int start,
        int end,
        Map<String, Object> inputs,
        @Nullable Integer answer,
        @Nullable Integer window) {

    /** Reports what breaks a rule. */
    public void check(Function<String, Optional<Template>> partials, Consumer<Problem> problems) {
        var rules = List.of(new InjectionRule(problems), new TypeRule(problems), new DeprecatedRule(problems));
        new TemplateWalk(partials, rules).walk(template, new Value(new SchemaType(inputs), true));
        LengthRule.check(template, start, end, answer, window, problems);
    }
}
