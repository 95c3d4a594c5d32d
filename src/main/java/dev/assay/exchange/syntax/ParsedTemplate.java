package dev.assay.exchange.syntax;

import dev.assay.exchange.template.Part;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A template of another tool, read.
 *
 * @param parts what it means
 * @param evaluator renders it by the rules of its own language; throws {@link dev.assay.llm.InputException} where it
 *     uses what the evaluator does not know
 * @param defaults values that it names for inputs that are not given
 */
public record ParsedTemplate(
        List<Part> parts, Function<Map<String, Object>, String> evaluator, Map<String, Object> defaults) {
    public ParsedTemplate {
        parts = List.copyOf(parts);
    }

    /** Text in which nothing has a meaning. */
    public static ParsedTemplate literal(String text) {
        return new ParsedTemplate(text.isEmpty() ? List.of() : List.of(new Part.Text(text)), values -> text, Map.of());
    }
}
