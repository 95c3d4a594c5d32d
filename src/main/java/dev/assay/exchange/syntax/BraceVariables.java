package dev.assay.exchange.syntax;

import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates that know nothing but {@code {{name}}}; all other braces are text. */
public final class BraceVariables {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*\\}\\}");

    private BraceVariables() {}

    /** Reads a template. */
    public static ParsedTemplate parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            addText(parts, text.substring(at, matcher.start()));
            // A dot is part of the name there.
            parts.add(new Part.Value(Ref.input(List.of(matcher.group(1)))));
            at = matcher.end();
        }
        addText(parts, text.substring(at));
        return new ParsedTemplate(parts, values -> evaluate(text, values), Map.of());
    }

    private static String evaluate(String text, Map<String, Object> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.containsKey(found.group(1))
                                ? Printed.JAVASCRIPT.of(values.get(found.group(1)))
                                : found.group()));
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text));
        }
    }
}
