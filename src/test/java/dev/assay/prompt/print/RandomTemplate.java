package dev.assay.prompt.print;

import java.util.List;
import java.util.Random;

/** Templates made of everything that the language has, the same for the same seed. */
public final class RandomTemplate {
    private static final List<String> WORDS = List.of(
            "a",
            "text",
            "{",
            "}",
            "}}",
            "\\",
            "\\\\",
            "\\{{",
            "\\{{x}}",
            "\\{{\\{{",
            "\\{{{",
            "é",
            "🙂",
            "'",
            "\"",
            "|",
            "---",
            "# c",
            "~",
            "{{{{raw}}}}{{x}}{{{{/raw}}}}",
            "{{{{raw}}}}\\{{{{{{/raw}}}}",
            "{{{{raw}}}}\n {{{{/raw}}}}",
            "{{{{raw}}}}{{{{{/raw}}}}",
            "{{{{raw}}}} \\{{{{/raw}}}}");
    private static final List<String> BLANKS =
            List.of(" ", "  ", "\t", "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\n  ", " \n", "\u00a0", "\f", "\n\t");
    private static final List<String> PATHS = List.of(
            "x",
            "a.b",
            "a/b",
            "this",
            ".",
            "..",
            "../x",
            "../../a.b",
            "this.x",
            "./x",
            "@index",
            "@root.x",
            "@../key",
            "[odd key]",
            "a.[b c].d",
            "list.0",
            "x-y",
            "true.x",
            "a.[0]",
            "this/[x y]",
            "é",
            "@ first");
    private static final List<String> LITERALS = List.of(
            "\"s\"",
            "'s'",
            "\"it's\"",
            "'say \"so\"'",
            "\"\\\"q\\\"\"",
            "'\\'\"'",
            "\"}}\"",
            "\"{{\"",
            "\"\"",
            "0",
            "-5",
            "007",
            "1.50",
            "-0.0",
            "12345678901234567890",
            "1" + "0".repeat(330),
            "true",
            "false",
            "null",
            "undefined",
            "\"a\\\\\\\"b\"",
            "\"\\n\"");

    private final Random random;
    private final boolean sections;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param random decides everything
     * @param sections also makes blocks of plain names, which only the first implementation's dialect has
     */
    public RandomTemplate(Random random, boolean sections) {
        this.random = random;
        this.sections = sections;
    }

    /** A whole template. */
    public String text() {
        nodes(3);
        return text.toString();
    }

    private void nodes(int depth) {
        for (int i = random.nextInt(depth == 3 ? 9 : 5); i > 0; i--) {
            node(depth);
        }
    }

    private void node(int depth) {
        switch (random.nextInt(depth > 0 ? 14 : 10)) {
            case 0, 1, 2 -> text.append(one(WORDS));
            case 3, 4, 5 -> text.append(one(BLANKS));
            case 6 -> output();
            case 7 -> tag("", helper(), "");
            case 8 -> comment();
            case 9 -> partial();
            default -> block(depth - 1);
        }
    }

    private void output() {
        switch (random.nextInt(5)) {
            case 0 -> text.append("{{{").append(path()).append("}}}");
            case 1 -> tag("&", path(), "");
            case 2 ->
                tag("", one(List.of("\"odd key\"", "5", "true", "1.5", "'a\"b'", " / ", "\"else\"", "[else]")), "");
            default -> tag("", path(), "");
        }
    }

    private String helper() {
        return switch (random.nextInt(6)) {
            case 0 -> "role \"system\"";
            case 1 -> "history";
            case 2 -> "media url=" + value(2) + (random.nextBoolean() ? " contentType=" + value(1) : "");
            case 3 -> "section 'name'";
            case 4 -> "log " + value(1) + " " + value(1) + " level=" + value(0);
            default -> "json " + value(2) + (random.nextBoolean() ? " [indent]=2" : "");
        };
    }

    private void comment() {
        if (random.nextBoolean()) {
            tag("!", one(List.of("", "c", " c ", " { } ~", "a\nb", "-", "~~")), "");
        } else {
            tag("!--", one(List.of("", " }} ", "{{x}}", "-", "\n", "~")), "--");
        }
    }

    private void partial() {
        String name = random.nextInt(8) == 0
                ? "(lookup x 'k')"
                : one(List.of("p", "dir/p", "\"odd\"", "5", "a.b", "[x y]", "../p", "/"));
        String context = random.nextInt(3) == 0 ? " " + value(1) : "";
        String named = switch (random.nextInt(4)) {
            case 0 -> " k=" + value(1);
            case 1 -> " k=" + value(0) + " [odd k]=" + value(0) + " [5]=1 true = 2";
            default -> "";
        };
        tag("> ", name + context + named, "");
    }

    private void block(int depth) {
        boolean section = sections && random.nextInt(3) == 0;
        String name = section ? one(List.of("x", "a.b", "this", "../x", "\"odd\"")) : "";
        String head = section ? name : condition();
        String word = section ? name.replace("\"", "") : head.substring(0, head.indexOf(' '));
        tag(one(List.of("#", "#", "^")), head + (section ? "" : parameters()), "");
        nodes(depth);
        for (int i = random.nextInt(3); i > 0 && random.nextBoolean(); i--) {
            tag("", "else " + condition() + parameters(), "");
            nodes(depth);
        }
        if (random.nextBoolean()) {
            tag(random.nextInt(4) == 0 ? "^" : "", text.charAt(text.length() - 1) == '^' ? "" : "else", "");
            nodes(depth);
        }
        tag("/", word, "");
    }

    private String condition() {
        return switch (random.nextInt(6)) {
            case 0 -> "each " + value(1);
            case 1 -> "with " + value(1);
            case 2 -> "unless " + value(1) + " includeZero=true";
            case 3 -> "ifEquals " + value(1) + " " + value(1);
            case 4 -> "unlessEquals " + value(0) + " " + value(0);
            default -> "if " + value(1);
        };
    }

    private String parameters() {
        return random.nextInt(4) == 0 ? " as |" + one(List.of("v", "v i", " item  key ")) + "|" : "";
    }

    private String path() {
        return one(PATHS);
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 4)) {
            case 0, 1 -> path();
            case 2, 3 -> one(LITERALS);
            default ->
                random.nextBoolean()
                        ? "(json " + value(depth - 1) + " indent=" + value(0) + ")"
                        : "( lookup " + value(depth - 1) + " " + value(depth - 1) + " )";
        };
    }

    private void tag(String sign, String content, String close) {
        text.append("{{").append(random.nextInt(5) == 0 ? "~" : "").append(sign).append(content);
        text.append(close).append(random.nextInt(5) == 0 ? "~" : "").append("}}");
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
