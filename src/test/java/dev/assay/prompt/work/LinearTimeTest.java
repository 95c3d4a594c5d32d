package dev.assay.prompt.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twice the text is twice the work, however the text is made: the work is counted, no clock is read. */
class LinearTimeTest {
    private static final int LETTERS = 8_000;
    private static final long PER_LETTER = 1500;
    private static final Consumer<String> READING = CountingLoader.load(Reading.class);

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void workGrowsWithTheText(String name, IntFunction<String> text) {
        assertLinear(name, text);
    }

    static Stream<Arguments> texts() {
        return Stream.concat(units(), shapes());
    }

    private static Stream<Arguments> units() {
        List<String> units = List.of(
                "{",
                "}",
                "{{",
                "}}",
                "{{{",
                "}}}",
                "{{{{",
                "}}}}",
                "{{{{raw}}}}",
                "{{{{/raw}}}}",
                "{{\"",
                "{{'{{\"",
                "{{[",
                "{{!--",
                "{{!",
                "{{! }}",
                "--}}",
                "{{#if a}}",
                "{{/if}}",
                "{{else}}",
                "{{^}}",
                "{{(",
                "(",
                ")",
                "\\",
                "\\{{",
                "\\\\{{",
                "{{a\n",
                "{{\n\"{{\"",
                "{{a b=(",
                "{{#if a}}{{else if b}}",
                "{{> p}}",
                "{{> q}} ",
                "\n  {{> p x=1}}\n",
                "{{~",
                "~}}",
                "{{a}}   ",
                "{{a}} ",
                "{{#if a}} \n {{/if}}",
                "{{#each xs as |x i|}}",
                "{{#each xs as |x i|}}{{x}}{{/each}}",
                "{{#with a}}{{../x}}{{/with}}",
                "{{x}}",
                "{{json this}}",
                "@",
                "|",
                "{{role \"user\"}}",
                "{{history}}",
                "{{section \"s\"}}",
                "{{media url=x}}",
                "\n",
                "\r",
                "\r\n",
                " ",
                "\t",
                "🙂",
                "\ud83d",
                "\u0000",
                "--",
                "---\n",
                "a: b\n",
                "- ",
                "? ",
                "&a ",
                "*a ",
                "[",
                "{a: ",
                "\"",
                "'",
                "#",
                "# c\n",
                "{{unknown 1}}",
                "{{json}}",
                "{{#each}}",
                "{{lookup a 'b'}}",
                "{{#ifEquals x 'y'}}n{{/ifEquals}}");
        return units.stream()
                .flatMap(unit -> Stream.of("", "---\n", "---\n---\n")
                        .map(head -> Arguments.of(named(head + "many " + unit), repeated(head, unit))));
    }

    /** A name that can be printed. */
    private static String named(String text) {
        return text.replace("\n", "\\n").replaceAll("[^ -~]", "?");
    }

    private static IntFunction<String> repeated(String head, String unit) {
        return length -> head + unit.repeat(length / unit.length() + 1);
    }

    private static Stream<Arguments> shapes() {
        return Stream.of(
                shape("front matter of many keys", numbered("---\n", "k%d: v\n", "---\nx")),
                shape("front matter of many braces", repeated("---\na: ", "{b: ")),
                shape("a long key", numbered("---\n", "k", ": v\n---\n")),
                shape("a long value", numbered("---\nk: \"", "v", "\"\n---\n")),
                shape("a long list", numbered("---\nk:\n", "  - %d\n", "---\n")),
                shape("unclosed front matter", repeated("---\n", "k: v\n")),
                shape("a big schema", numbered("---\ninput:\n  schema:\n", "    f%d?: string\n", "---\nx")),
                shape("a deep schema", nested("---\ninput:\n  schema:\n    ", "f(object): {", "a: string")),
                shape("a big enum", numbered("---\ninput:\n  schema:\n    e(enum): [", "v%d, ", "]\n---\n{{e}}")),
                shape("many defaults", numbered("---\ninput:\n  default:\n", "    f%d: 1\n", "---\nx")),
                shape("many tools", numbered("---\ntools:\n", "  - t%d\n", "---\nx")),
                shape("many parameters", numbered("---\nconfig:\n", "  p%d: 1\n", "---\nx")),
                shape("many aliases", numbered("---\na: &a [1, 2]\nb:\n", "  - *a\n", "---\nx")),
                shape("many anchors", numbered("---\n", "k%d: &a%1$d 1\n", "---\nx")),
                shape(
                        "declared and used",
                        length -> numbered("---\ninput:\n  schema:\n", "    f%d: string\n", "---\n")
                                        .apply(length / 2)
                                + numbered("", "{{f%d}}", "").apply(length / 2)),
                shape("used and not declared", numbered("---\ninput:\n  schema:\n    a: string\n---\n", "{{v%d}}", "")),
                shape(
                        "many near names",
                        length -> numbered("---\ninput:\n  schema:\n", "    field%d: string\n", "---\n")
                                        .apply(length / 2)
                                + numbered("", "{{fiel%d}}", "").apply(length / 2)),
                shape("deep dots", repeated("{{", "../")),
                shape("a long path", numbered("{{", "a.", "a}}")),
                shape("a long climb", numbered("{{#each xs}}{{", "../", "x}}{{/each}}")),
                shape("a long string", numbered("{{json \"", "s", "\"}}")),
                shape("many arguments", numbered("{{log ", "a%d ", "}}")),
                shape("many named values", numbered("{{> p ", "k%d=1 ", "}}")),
                shape("deep blocks", nested("", "{{#if a}}", "x")),
                shape("deep parentheses", nested("{{json ", "(json ", "a")),
                shape("many else if", numbered("{{#if a}}", "{{else if b%d}}y", "{{/if}}")),
                shape("an inverse block with many else if", numbered("{{^if a}}", "{{else if b%d}}y", "{{/if}}")),
                shape("many partials", numbered("", "{{> p%d}}", "")),
                shape("many block parameters", numbered("{{#each xs as |", "p%d ", "|}}{{x}}{{/each}}")),
                shape(
                        "blocks inside many block parameters",
                        length -> numbered("{{#each xs as |", "p%d ", "|}}").apply(length / 2)
                                + "{{#each xs as |y|}}{{y}}{{/each}}".repeat(length / 70) + "{{/each}}"),
                shape("unclosed blocks", repeated("", "{{#if a}}\n")),
                shape("one long line of faults", numbered("", "{{f%d 1}}", "")),
                shape("one long line of empty blocks", numbered("", "{{#if a}}{{/if}}", "")),
                shape("a raw block", numbered("{{{{raw}}}}", "{{x}}", "{{{{/raw}}}}")),
                shape("unclosed raw blocks", numbered("", "{{{{r%d}}}}", "")));
    }

    private static Arguments shape(String name, IntFunction<String> text) {
        return Arguments.of(name, text);
    }

    /** Repeats a unit with running numbers between a head and a foot. */
    private static IntFunction<String> numbered(String head, String unit, String foot) {
        return length -> {
            var text = new StringBuilder(head);
            for (int i = 0; text.length() < length; i++) {
                text.append(unit.contains("%") ? unit.formatted(i) : unit);
            }
            return text.append(foot).toString();
        };
    }

    private static IntFunction<String> nested(String head, String opening, String inside) {
        return length -> head + opening.repeat(length / opening.length()) + inside;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void workGrowsWithRandomUnitsToo(int seed) {
        var random = new Random(seed);
        String head = random.nextInt(3) == 0 ? "---\n" : "";
        String unit = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> RandomText.FRAGMENTS.get(random.nextInt(RandomText.FRAGMENTS.size())))
                .collect(Collectors.joining());
        assertLinear("seed " + seed + ": " + named(unit), repeated(head, unit));
    }

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    private static void assertLinear(String name, IntFunction<String> text) {
        long[] work = new long[3];
        for (int i = 0; i < work.length; i++) {
            String written = text.apply(LETTERS << i);
            work[i] = Work.of(() -> READING.accept(written), PER_LETTER * written.length());
        }
        assertThat(work[1]).as(name).isLessThan(work[0] * 22 / 10 + 100_000);
        assertThat(work[2]).as(name).isLessThan(work[1] * 22 / 10 + 100_000);
    }
}
