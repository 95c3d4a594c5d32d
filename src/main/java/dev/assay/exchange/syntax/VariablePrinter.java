package dev.assay.exchange.syntax;

import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes templates of languages that know inputs and nothing else.
 *
 * @param language its name, for messages
 * @param open what stands before a name
 * @param close what stands after it
 * @param escape writes text; throws where it cannot
 */
public record VariablePrinter(String language, String open, String close, UnaryOperator<String> escape)
        implements TemplatePrinter {

    /** Python's format strings. */
    public static VariablePrinter formatString() {
        return new VariablePrinter("A format string", "{", "}", FString::escape);
    }

    /** {@code {{name}}} and nothing else. */
    public static VariablePrinter braces(String language) {
        return new VariablePrinter(language, "{{", "}}", text -> {
            if (BraceVariables.parse(text).parts().stream().anyMatch(Part.Value.class::isInstance)) {
                throw new NotWritable(language + " would take braces in the text for an input");
            }
            return text;
        });
    }

    @Override
    public String print(List<Part> parts) {
        var out = new StringBuilder();
        var text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Text literal) {
                text.append(literal.text());
                continue;
            }
            out.append(escape.apply(text.toString()));
            text.setLength(0);
            out.append(tag(part));
        }
        return out.append(escape.apply(text.toString())).toString();
    }

    private String tag(Part part) {
        return switch (part) {
            case Part.Value value -> open + name(value.ref()) + close;
            case Part.Kept kept -> "";
            case Part.Text text -> text.text();
            case Part.Choice choice -> throw cannot("conditions such as {{#if}}");
            case Part.Loop loop -> throw cannot("loops such as {{#each}}");
            case Part.Within with -> throw cannot("blocks such as {{#with}}");
            case Part.Json json -> throw cannot("{{json}}");
            case Part.Include include -> throw cannot("partials");
            case Part.Media media -> throw cannot("{{media}}");
        };
    }

    private String name(Ref ref) {
        if (!ref.isInput() || !ref.names().getFirst().matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
            throw cannot("the value " + String.join(".", ref.names()));
        }
        return ref.names().getFirst();
    }

    private NotWritable cannot(String what) {
        return new NotWritable(language + " has no " + what);
    }
}
