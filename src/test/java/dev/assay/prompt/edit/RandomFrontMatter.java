package dev.assay.prompt.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prompt files as people write them: every style of YAML, with comments, blank lines and both line ends. */
final class RandomFrontMatter {
    private static final List<String> KEYS = List.of(
            "name", "model", "config", "input", "output", "tools", "a b", "x.y", "'quoted key'", "\"k\"", "\u00fcber");
    private static final List<String> PLAIN =
            List.of("word", "two words", "0.5", "true", "2024-01-01", "a#b", "\ud83d\ude00 x");
    private static final List<String> QUOTED = List.of("'single'", "\"double\\n\"", "'it''s'", "\"# no comment\"");
    private static final List<Object> VALUES = List.of(
            "text",
            "a: b",
            "# x",
            "",
            "one\ntwo",
            "one\n\n",
            " lead\nx\n",
            1L,
            0.25,
            true,
            "true",
            "- d",
            "\ud83d\ude00",
            "long ".repeat(30));

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int comments;

    RandomFrontMatter(Random random) {
        this.random = random;
    }

    /** A whole file. */
    String file() {
        if (chance(4)) {
            out.append("# Licence\n\n");
        }
        out.append("---\n");
        if (chance(12)) {
            out.append(flow(2)).append('\n');
        } else if (!chance(12)) {
            map(0, 3, false);
        }
        comment(0);
        out.append("---\nHello {{name}}\n--- not a fence\n");
        String text = out.toString();
        return chance(3) ? text.replace("\n", "\r\n") : text;
    }

    /** A value to set. */
    static Object value(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 6 : 4);
        if (kind < 4) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        int size = random.nextInt(3);
        if (kind == 4) {
            return IntStream.range(0, size)
                    .mapToObj(i -> value(random, depth - 1))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        IntStream.range(0, size).forEach(i -> map.put(i == 0 ? "model" : "new " + i, value(random, depth - 1)));
        return map;
    }

    private void map(int column, int depth, boolean beside) {
        int size = 1 + random.nextInt(4);
        int first = random.nextInt(KEYS.size());
        for (int i = 0; i < size; i++) {
            if (i > 0 || !beside) {
                comment(column);
                pad(column);
            }
            out.append(KEYS.get((first + i) % KEYS.size())).append(chance(8) ? " :" : ":");
            value(column, depth, true);
        }
    }

    private void list(int column, int depth, boolean beside) {
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            if (i > 0 || !beside) {
                comment(column);
                pad(column);
            }
            out.append('-');
            if (depth > 0 && chance(3)) {
                out.append(' ');
                map(column + 2, depth - 1, true);
            } else if (depth > 0 && chance(8)) {
                out.append(' ');
                list(column + 2, depth - 1, true);
            } else {
                value(column, 0, false);
            }
        }
    }

    private void value(int column, int depth, boolean ofKey) {
        switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0, 1 -> inline(pick(PLAIN));
            case 2 -> inline(pick(QUOTED));
            case 3 -> inline(flow(1));
            case 4 -> literal(column);
            case 5 -> inline(chance(3) ? "" : "plain\n" + " ".repeat(column + 3) + "goes on");
            case 6, 7 -> {
                trailing();
                map(column + 1 + random.nextInt(3), depth - 1, false);
            }
            default -> {
                trailing();
                list(ofKey && chance(2) ? column : column + 2, depth - 1, false);
            }
        }
    }

    private void inline(String text) {
        out.append(text.isEmpty() ? "" : chance(8) ? "   " : " ").append(text);
        trailing();
    }

    private void literal(int column) {
        out.append(' ').append(pick(List.of("|", "|-", ">", "|+", ">-")));
        trailing();
        String pad = " ".repeat(column + 2);
        out.append(pad)
                .append("first\n")
                .append(chance(3) ? "\n" : "")
                .append(pad)
                .append("# part of the text\n");
        if (chance(3)) {
            out.append('\n');
        }
    }

    private String flow(int depth) {
        String gap = chance(3) ? " " : "";
        String entries = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> "f" + i + ": " + (depth > 1 && chance(3) ? flow(depth - 1) : pick(PLAIN)))
                .collect(Collectors.joining(chance(6) ? ",\n      " : ", "));
        return chance(3) && depth == 1
                ? "[" + gap + pick(PLAIN) + ", " + pick(QUOTED) + gap + "]"
                : "{" + gap + entries + gap + "}";
    }

    private void trailing() {
        out.append(chance(4) ? " # t" : "").append('\n');
    }

    private void comment(int column) {
        if (chance(4)) {
            pad(chance(3) ? 0 : column);
            out.append("# c").append(comments++).append('\n');
        }
        if (chance(8)) {
            out.append('\n');
        }
    }

    private void pad(int column) {
        out.append(" ".repeat(column));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
