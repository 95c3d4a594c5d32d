package dev.assay.exchange.syntax;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Python's format strings: {@code {name}}, and doubled braces for braces. */
public final class FString {
    private final String text;
    private final Places places;
    private final Report.Builder report;
    private final List<Part> parts = new ArrayList<>();
    private final List<Object> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    private FString(String text, String place, Report.Builder report) {
        this.text = text;
        this.places = new Places(place, text);
        this.report = report;
    }

    /** A field: a way to a value, and what follows it before the closing brace. */
    private record Field(List<String> names, String formatting, String source) {}

    /**
     * Reads a template.
     *
     * @param place where it stands
     */
    public static ParsedTemplate parse(String text, String place, Report.Builder report) {
        return new FString(text, place, report).read();
    }

    private ParsedTemplate read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean doubled = (c == '{' || c == '}') && at + 1 < text.length() && text.charAt(at + 1) == c;
            if (doubled) {
                literal.append(c);
                at += 2;
            } else if (c == '{') {
                at = field(at);
            } else {
                if (c == '}') {
                    report.needsHand(
                            places.at(at), "a single '}'", "kept as text; Python refuses it: it should be '}}'");
                }
                literal.append(c);
                at++;
            }
        }
        flush();
        return new ParsedTemplate(parts, this::evaluate, Map.of());
    }

    private int field(int start) {
        int end = text.indexOf('}', start);
        int nested = text.indexOf('{', start + 1);
        if (end < 0 || (nested >= 0 && nested < end)) {
            report.needsHand(
                    places.at(start),
                    "a '{' that nothing closes",
                    "kept as text; Python refuses it: it should be '{{'");
            literal.append('{');
            return start + 1;
        }
        String source = text.substring(start, end + 1);
        String inside = text.substring(start + 1, end);
        int formatting = formattingStart(inside);
        List<String> names = names(inside.substring(0, formatting).strip());
        if (names.isEmpty() || names.getFirst().matches("\\d*")) {
            report.needsHand(places.at(start), source, "kept as text: an input needs a name");
            literal.append(source);
            return end + 1;
        }
        flush();
        var field = new Field(names, inside.substring(formatting), source);
        pieces.add(field);
        parts.add(new Part.Value(Ref.input(names)));
        if (!field.formatting().isEmpty()) {
            parts.add(new Part.Kept(source));
            report.needsHand(
                    places.at(start),
                    source,
                    "became {{" + String.join(".", names) + "}}; the format '" + field.formatting()
                            + "' has no equivalent: give the value in that form");
        }
        return end + 1;
    }

    private static int formattingStart(String inside) {
        for (int i = 0; i < inside.length(); i++) {
            if (inside.charAt(i) == ':' || inside.charAt(i) == '!') {
                return i;
            }
        }
        return inside.length();
    }

    /** {@code a.b[0]} is a way of three names; empty where it is none. */
    private static List<String> names(String way) {
        if (!way.matches("[\\p{L}_][^\\s\\[\\].]*(\\.[\\p{L}_]\\w*|\\[[^\\[\\]]+\\])*")) {
            return List.of();
        }
        return List.of(way.replace("]", "").split("[.\\[]"));
    }

    private void flush() {
        if (!literal.isEmpty()) {
            parts.add(new Part.Text(literal.toString()));
            pieces.add(literal.toString());
            literal.setLength(0);
        }
    }

    private String evaluate(Map<String, Object> values) {
        var out = new StringBuilder();
        for (Object piece : pieces) {
            if (piece instanceof Field field) {
                if (!field.formatting().isEmpty()) {
                    throw new InputException("the format in " + field.source() + " is not known here");
                }
                if (!values.containsKey(field.names().getFirst())) {
                    throw new InputException("there is no value for " + field.source());
                }
                out.append(Printed.PYTHON.of(Members.follow(values, field.names())));
            } else {
                out.append(piece);
            }
        }
        return out.toString();
    }

    /** Text as a format string has it: with doubled braces. */
    public static String escape(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }
}
