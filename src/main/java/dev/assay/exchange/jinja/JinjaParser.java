package dev.assay.exchange.jinja;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.Places;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Jinja. A tag that it does not know is kept as it is; it never fails but for absurd nesting. */
final class JinjaParser {
    private static final int DEEPEST = 64;
    private static final Pattern FOR = Pattern.compile("([\\w]+)(?:\\s*,\\s*(\\w+))?\\s+in\\s+(.+)", Pattern.DOTALL);

    private final String text;
    private final Places places;
    private final Report.Builder report;
    private int at;
    private boolean stripNext;

    /** The tag that ended the nodes read last: its word, or empty at the end of the text. */
    private String ended = "";

    private String endedRest = "";

    JinjaParser(String text, Places places, Report.Builder report) {
        this.text = text;
        this.places = places;
        this.report = report;
    }

    List<JinjaNode> read() {
        List<JinjaNode> all = new ArrayList<>();
        while (at < text.length()) {
            int from = at;
            all.addAll(nodes(0));
            if (!ended.isEmpty()) {
                report.needsHand(places.at(from), "{% " + ended + " %}", "left out: it belongs to no block");
            }
        }
        return all;
    }

    private List<JinjaNode> nodes(int depth) {
        if (depth > DEEPEST) {
            throw new InputException(places.at(at) + ": blocks are nested more than " + DEEPEST + " deep");
        }
        List<JinjaNode> nodes = new ArrayList<>();
        ended = "";
        while (at < text.length()) {
            int start = nextTag(at);
            String before = text.substring(at, start);
            String closing = start < text.length() ? closing(text.charAt(start + 1)) : "";
            int end = start < text.length() ? closingAt(start, closing) : -1;
            if (end < 0) {
                addText(nodes, text.substring(at), false);
                if (start < text.length()) {
                    report.needsHand(places.at(start), "a tag that is not closed", "kept as text");
                }
                at = text.length();
                return nodes;
            }
            boolean stripLeft = start + 2 < end && text.charAt(start + 2) == '-';
            addText(nodes, before, stripLeft);
            int from = start + 2 + (stripLeft || text.startsWith("+", start + 2) ? 1 : 0);
            boolean stripRight = end > from && text.charAt(end - 1) == '-';
            String inside = text.substring(from, Math.max(from, stripRight ? end - 1 : end));
            at = end + 2;
            stripNext = stripRight;
            if (tag(nodes, closing, inside, start, depth)) {
                return nodes;
            }
        }
        return nodes;
    }

    /** Handles one tag; true where it ends the nodes around it. */
    private boolean tag(List<JinjaNode> nodes, String closing, String inside, int start, int depth) {
        if (closing.equals("#}")) {
            nodes.add(new JinjaNode.Comment(inside.strip()));
            return false;
        }
        if (closing.equals("}}")) {
            nodes.add(new JinjaNode.Output(JinjaExpressionParser.parse(inside), text.substring(start, at), start));
            return false;
        }
        String content = inside.strip();
        String word = content.split("\\s+", 2)[0];
        String rest = content.substring(word.length()).strip();
        switch (word) {
            case "if" -> nodes.add(branches(rest, start, depth));
            case "for" -> nodes.add(loop(rest, start, depth));
            case "raw", "verbatim" -> nodes.add(new JinjaNode.Text(raw("end" + word)));
            case "elif", "elseif", "else", "endif", "endfor" -> {
                ended = word;
                endedRest = rest;
                return true;
            }
            default -> nodes.add(unknown(word, rest, start));
        }
        return false;
    }

    private JinjaNode branches(String condition, int start, int depth) {
        List<JinjaNode.Branch> branches = new ArrayList<>();
        List<JinjaNode> otherwise = List.of();
        String next = condition;
        boolean last = false;
        while (true) {
            List<JinjaNode> body = nodes(depth + 1);
            if (last) {
                otherwise = body;
            } else {
                branches.add(new JinjaNode.Branch(JinjaExpressionParser.parse(next), body));
            }
            if (ended.equals("else") && !last) {
                last = true;
            } else if (ended.startsWith("el") && !last) {
                next = endedRest;
            } else {
                break;
            }
        }
        unclosed("if", "endif", start);
        return new JinjaNode.If(branches, otherwise, text.substring(start, at), start);
    }

    private JinjaNode loop(String head, int start, int depth) {
        Matcher matcher = FOR.matcher(head);
        List<JinjaNode> body = nodes(depth + 1);
        List<JinjaNode> otherwise = ended.equals("else") ? nodes(depth + 1) : List.of();
        unclosed("for", "endfor", start);
        String source = text.substring(start, at);
        if (!matcher.matches()) {
            return new JinjaNode.Unknown(source, start);
        }
        List<String> names =
                matcher.group(2) == null ? List.of(matcher.group(1)) : List.of(matcher.group(1), matcher.group(2));
        return new JinjaNode.For(names, JinjaExpressionParser.parse(matcher.group(3)), body, otherwise, source, start);
    }

    private void unclosed(String word, String closing, int start) {
        if (!ended.equals(closing)) {
            report.needsHand(
                    places.at(start),
                    "{% " + word + " %}",
                    "closed where the text or the next block ends: {% " + closing + " %} is missing");
        }
        ended = "";
    }

    private String raw(String closingWord) {
        Matcher matcher =
                Pattern.compile("\\{%[-+]?\\s*" + closingWord + "\\s*(-?)%\\}").matcher(text);
        int from = at;
        String strip = stripNext ? "strip" : "";
        stripNext = false;
        if (!matcher.find(from)) {
            at = text.length();
            return text.substring(from);
        }
        at = matcher.end();
        stripNext = !matcher.group(1).isEmpty();
        String content = text.substring(from, matcher.start());
        return strip.isEmpty() ? content : content.stripLeading();
    }

    /** A block of a kind that has no equivalent goes as a whole, a single tag alone. */
    private JinjaNode unknown(String word, String rest, int start) {
        boolean block = switch (word) {
            case "macro", "call", "filter", "block" -> true;
            case "set" -> !rest.contains("=");
            default -> false;
        };
        if (block) {
            Matcher end =
                    Pattern.compile("\\{%[-+]?\\s*end" + word + "\\b[^%]*%\\}").matcher(text);
            at = end.find(at) ? end.end() : at;
        }
        return new JinjaNode.Unknown(text.substring(start, at), start);
    }

    private void addText(List<JinjaNode> nodes, String before, boolean stripLeft) {
        String value = stripNext ? before.stripLeading() : before;
        stripNext = false;
        value = stripLeft ? value.stripTrailing() : value;
        if (!value.isEmpty()) {
            nodes.add(new JinjaNode.Text(value));
        }
    }

    private int nextTag(int from) {
        int found = text.indexOf('{', from);
        while (found >= 0 && found + 1 < text.length() && "{%#".indexOf(text.charAt(found + 1)) < 0) {
            found = text.indexOf('{', found + 1);
        }
        return found < 0 || found + 1 >= text.length() ? text.length() : found;
    }

    private static String closing(char second) {
        return second == '{' ? "}}" : second + "}";
    }

    /** Where the tag closes; closing braces inside a string do not count. */
    private int closingAt(int start, String closing) {
        char quote = 0;
        for (int i = start + 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (!closing.equals("#}") && (c == '"' || c == '\'')) {
                quote = c;
            } else if (text.startsWith(closing, i)) {
                return i;
            }
        }
        return text.indexOf(closing, start + 2);
    }
}
