package dev.assay.prompt.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of any bytes, and no prompt, makes the reader, the checks or the renderer crash or go on for ever. */
class AnyInputTest {
    private static final int TEXTS = 6_000;
    private static final long SETTING_UP = 200_000;
    private static final long PER_LETTER = 3_000;
    private static final long RENDERING = 400_000_000;
    private static final Consumer<String> READING = CountingLoader.load(Reading.class);

    @Test
    void anyTextIsReadWithBoundedWork() {
        for (int seed = 0; seed < TEXTS; seed++) {
            String text = RandomText.of(new Random(seed));
            try {
                Work.of(() -> READING.accept(text), SETTING_UP + PER_LETTER * text.length());
            } catch (RuntimeException | Error e) {
                fail("seed " + seed + ":\n" + text, e);
            }
        }
    }

    /** The renderer is given what is meant to keep it busy for ever: it gives up, or is done within its budget. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void renderingIsBounded(String name, String prompt) {
        assertThat(Work.of(() -> READING.accept(prompt), RENDERING)).as(name).isLessThan(RENDERING);
    }

    static Stream<Arguments> bombs() {
        String list = "---\ninput:\n  default:\n    l: [" + "1, ".repeat(2000) + "1]\n";
        String text = "    t: \"" + "y".repeat(100_000) + "\"\n    u: \"" + "y".repeat(100_000) + "\"\n";
        String map = "    m: {" + "k%d: 1, ".repeat(3000).formatted(numbers(3000)) + "z: 1}\n";
        String loops = "{{#each l}}{{#each @root.l}}%s{{/each}}{{/each}}";
        return Stream.of(
                Arguments.of("loops in loops", list + "---\n" + loops.formatted(loops.formatted("x"))),
                Arguments.of("empty loops in loops", list + "---\n" + loops.formatted("{{#each @root.l}}{{/each}}")),
                Arguments.of(
                        "JSON in a condition", list + map + "---\n" + loops.formatted("{{#if (json @root.m)}}{{/if}}")),
                Arguments.of("JSON of media", list + map + "---\n" + loops.formatted("{{media url=(json @root.m)}}")),
                Arguments.of("JSON of a section", list + map + "---\n" + loops.formatted("{{section (json @root.m)}}")),
                Arguments.of("media of a list", list + "---\n" + loops.formatted("{{media url=@root.l}}")),
                Arguments.of(
                        "a key that is a map", list + map + "---\n" + loops.formatted("{{lookup @root.m @root.m}}")),
                Arguments.of(
                        "long texts compared",
                        list + text + "---\n" + loops.formatted("{{#ifEquals @root.t @root.u}}{{/ifEquals}}")),
                Arguments.of(
                        "a large context for a partial", list + map + "---\n" + loops.formatted("{{> p @root.m k=1}}")),
                Arguments.of(
                        "many values for a partial",
                        list + "---\n"
                                + loops.formatted(
                                        "{{> p " + "k%d=1 ".repeat(3000).formatted(numbers(3000)) + "}}")),
                Arguments.of("a long text again and again", list + text + "---\n" + loops.formatted("{{@root.t}}")),
                Arguments.of(
                        "a text repeated by aliases",
                        "---\ninput:\n  default:\n    t: &t \"" + "y".repeat(100_000) + "\"\n    l: ["
                                + "*t, ".repeat(5000) + "*t]\n---\n{{json l}}{{l}}"),
                Arguments.of(
                        "lists repeated by aliases",
                        "---\na: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
                                + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\n"
                                + "d: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d]\n---\nx"),
                Arguments.of("a circle of aliases", "---\ninput:\n  default: &d {a: *d}\n---\n{{json a}}"),
                Arguments.of(
                        "many choices for many elements",
                        "---\ninput:\n  schema:\n    type: object\n    properties:\n      l: {type: array, items: {enum: ["
                                + "v%d, ".repeat(8000).formatted(numbers(8000)) + "z]}}\n  default:\n    l: ["
                                + "z, ".repeat(8000) + "z]\n---\n{{l}}"),
                Arguments.of(
                        "a pattern without end for many texts",
                        "---\ninput:\n  schema:\n    type: object\n    properties:\n      l: {type: array, items: {type: string, pattern: \"^(a+)+$\"}}\n"
                                + "  default:\n    l: [" + ("\"" + "a".repeat(60) + "b\", ").repeat(3000)
                                + "z]\n---\n{{l}}"),
                Arguments.of(
                        "a schema that leads to itself",
                        "---\ninput:\n  schema:\n    type: object\n    properties:\n      l: {$ref: \"#/properties/l\"}\n"
                                + "      m: {anyOf: [{$ref: \"#/properties/m\"}, {$ref: \"#/properties/m\"}]}\n  default: {l: 1, m: 2}\n---\n{{l}}"));
    }

    private static Object[] numbers(int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).toArray();
    }
}
