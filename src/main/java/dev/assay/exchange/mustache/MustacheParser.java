package dev.assay.exchange.mustache;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.Places;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;

/** Reads mustache. A tag that has its line to itself takes the line with it. */
final class MustacheParser {
    private static final int DEEPEST = 64;

    private final String text;
    private final Places places;
    private final Report.Builder report;
    private String open = "{{";
    private String close = "}}";
    private int at;

    MustacheParser(String text, Places places, Report.Builder report) {
        this.text = text;
        this.places = places;
        this.report = report;
    }

    List<MustacheNode> read() {
        return nodes("", 0);
    }

    private List<MustacheNode> nodes(String section, int depth) {
        if (depth > DEEPEST) {
            throw new InputException(places.at(at) + ": sections are nested more than " + DEEPEST + " deep");
        }
        List<MustacheNode> nodes = new ArrayList<>();
        while (at < text.length()) {
            int start = text.indexOf(open, at);
            if (start < 0) {
                nodes.add(new MustacheNode.Text(text.substring(at)));
                at = text.length();
                break;
            }
            String before = text.substring(at, start);
            boolean triple = text.startsWith("{", start + open.length()) && open.equals("{{");
            int end = text.indexOf(triple ? "}}}" : close, start + open.length());
            if (end < 0) {
                report.needsHand(places.at(start), "a tag that is not closed", "kept as text");
                nodes.add(new MustacheNode.Text(text.substring(at)));
                at = text.length();
                break;
            }
            String inside = text.substring(start + open.length() + (triple ? 1 : 0), end)
                    .strip();
            int after = end + (triple ? 3 : close.length());
            char sign = triple || inside.isEmpty() ? ' ' : inside.charAt(0);
            if ("#^/!>=".indexOf(sign) >= 0 && isAlone(start, after)) {
                before = before.substring(0, blankEnd(before));
                after = lineEnd(after);
            }
            add(nodes, before);
            at = after;
            String name = "#^/!>=&".indexOf(sign) >= 0 ? inside.substring(1).strip() : inside;
            switch (sign) {
                case '#', '^' ->
                    nodes.add(new MustacheNode.Section(names(name), sign == '^', nodes(name, depth + 1), start));
                case '/' -> {
                    if (name.equals(section)) {
                        return nodes;
                    }
                    report.needsHand(places.at(start), "{{/" + name + "}}", "left out: it closes nothing");
                }
                case '!' -> nodes.add(new MustacheNode.Comment(name));
                case '>' -> nodes.add(new MustacheNode.Partial(name, start));
                case '=' -> delimiters(name, start);
                default -> nodes.add(new MustacheNode.Variable(names(name)));
            }
        }
        if (!section.isEmpty()) {
            report.needsHand(
                    places.at(text.length()), "section {{#" + section + "}}", "closed at the end: it never ends");
        }
        return nodes;
    }

    private void delimiters(String change, int offset) {
        String[] words = change.replaceAll("=$", "").strip().split("\\s+");
        if (words.length == 2) {
            open = words[0];
            close = words[1];
            report.converted(places.at(offset), "other delimiters " + open + " " + close, "written with braces");
        } else {
            report.needsHand(places.at(offset), "{{=" + change + "}}", "left out: it names no two delimiters");
        }
    }

    private static List<String> names(String name) {
        return name.equals(".") ? List.of() : List.of(name.split("\\.", -1));
    }

    private static void add(List<MustacheNode> nodes, String text) {
        if (!text.isEmpty()) {
            nodes.add(new MustacheNode.Text(text));
        }
    }

    private boolean isAlone(int start, int end) {
        int left = start;
        while (left > 0 && isBlank(text.charAt(left - 1))) {
            left--;
        }
        int right = end;
        while (right < text.length() && isBlank(text.charAt(right))) {
            right++;
        }
        boolean starts = left == 0 || text.charAt(left - 1) == '\n';
        boolean ends = right == text.length() || text.charAt(right) == '\n' || text.startsWith("\r\n", right);
        return starts && ends;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
    }

    private static int blankEnd(String before) {
        int end = before.length();
        while (end > 0 && isBlank(before.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
