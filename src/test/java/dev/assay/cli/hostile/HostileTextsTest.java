package dev.assay.cli.hostile;

import static dev.assay.cli.hostile.Hostile.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prompts that are huge, deep, endless, cyclic or no text at all. */
@Timeout(600)
class HostileTextsTest {
    private static final int LARGE = 50 << 20;
    private static final int DEEP = 100_000;

    @TempDir
    Path folder;

    static Stream<Named<Hostile>> worlds() {
        return Stream.concat(prompts(), frontMatters());
    }

    private static Stream<Named<Hostile>> prompts() {
        return Stream.of(
                named("a prompt of 50 MB", world -> world.fill("prompts/hostile.prompt", "Hello\n", 'x', LARGE)),
                named("a partial of 50 MB", world -> world.fill("prompts/_part.prompt", "Hello\n", 'x', LARGE)),
                named(
                        "a prompt of one line of a megabyte",
                        world -> world.fill("prompts/hostile.prompt", "Hello ", 'x', 1_000_000)),
                named(
                        "a prompt of a million opening braces",
                        world -> world.fill("prompts/hostile.prompt", "", '{', 1_000_000)),
                named(
                        "a prompt of half a million empty lines",
                        world -> world.fill("prompts/hostile.prompt", "", '\n', 500_000)),
                named(
                        "a prompt of random bytes",
                        world -> world.write("prompts/hostile.prompt", Hostile.noise(100_000))),
                named(
                        "a prompt that is no UTF-8",
                        world -> world.write(
                                "prompts/hostile.prompt", "Gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1))),
                named(
                        "a prompt in UTF-16",
                        world -> world.write(
                                "prompts/hostile.prompt", "Hello {{word}}\n".getBytes(StandardCharsets.UTF_16))),
                named("a prompt with NUL", world -> world.write("prompts/hostile.prompt", "a\0b {{word}}\n")),
                named(
                        "a prompt that steers the terminal",
                        world -> world.write(
                                "prompts/hostile.prompt",
                                "---\nmodel: \"\\e[2J\u009b2J\"\n\u001b[31m: x\n---\n{{\u001b[31m}}{{> \u001b]0;x\u0007}}\n")),
                named("an empty prompt", world -> world.write("prompts/hostile.prompt", "")),
                named(
                        "blocks nested without end",
                        world -> world.write(
                                "prompts/hostile.prompt",
                                "{{#if word}}".repeat(20_000) + "x" + "{{/if}}".repeat(20_000))),
                named(
                        "blocks that are never closed",
                        world -> world.write("prompts/hostile.prompt", "{{#if word}}\n".repeat(20_000))),
                named(
                        "loops in loops",
                        world -> world.write(
                                "prompts/hostile.prompt",
                                "---\ninput:\n  default:\n    l: [1,2,3,4,5,6,7,8,9,10]\n---\n"
                                        + "{{#each @root.l}}".repeat(12) + "x" + "{{/each}}".repeat(12))),
                named(
                        "expressions in parentheses without end",
                        world -> world.write(
                                "prompts/hostile.prompt",
                                "{{#if " + "(eq ".repeat(DEEP) + "1" + ")".repeat(DEEP) + "}}x{{/if}}")),
                named(
                        "a path of a hundred thousand parts",
                        world -> world.write("prompts/hostile.prompt", "{{a" + ".b".repeat(DEEP) + "}}\n")),
                named(
                        "a helper with fifty thousand arguments",
                        world -> world.write(
                                "prompts/hostile.prompt",
                                "{{json " + "a ".repeat(50_000) + "}}\n{{foo " + "a=1 ".repeat(50_000) + "}}")),
                named(
                        "a partial that includes itself",
                        world -> world.write("prompts/_part.prompt", "a{{> part}}{{> part}}\n")),
                named("partials that include each other", world -> {
                    world.write("prompts/_part.prompt", "{{> other}}{{> other}}\n");
                    world.write("prompts/_other.prompt", "{{> part}}{{> part}}\n");
                }),
                named("partials that double each time", world -> {
                    for (int i = 0; i < 40; i++) {
                        world.write("prompts/_p" + i + ".prompt", "{{> p%d}}{{> p%d}}\n".formatted(i + 1, i + 1));
                    }
                    world.write("prompts/_p40.prompt", "bomb\n");
                    world.write("prompts/hostile.prompt", "{{> p0}}\n");
                }),
                named("partials in a chain of a thousand", world -> {
                    for (int i = 0; i < 1_000; i++) {
                        world.write("prompts/_c" + i + ".prompt", "{{> c%d}}\n".formatted(i + 1));
                    }
                    world.write("prompts/hostile.prompt", "{{> c0}}\n");
                }),
                named(
                        "a partial that leads out by its name",
                        world -> world.write(
                                "prompts/hostile.prompt",
                                "{{> ../../outside/secret}}{{> /etc/passwd}}{{> ../../outside/team/inner}}\n")));
    }

    private static Stream<Named<Hostile>> frontMatters() {
        return Stream.of(
                front("aliases that multiply", """
                        a: &a [x, x, x, x, x, x, x, x, x]
                        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
                        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
                        g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
                        h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]
                        input:
                          default:
                            word: *h
                        """),
                front("an alias to itself", "a: &a [*a]\ninput:\n  default: &b\n    word: *b\n"),
                front("an alias to itself as schema", "input:\n  schema: &s\n    word(object): *s\n"),
                front("lists nested without end", "config: " + "[".repeat(DEEP) + "]".repeat(DEEP) + "\n"),
                front("mappings nested without end", "config: " + "{a: ".repeat(DEEP) + "1" + "}".repeat(DEEP) + "\n"),
                front("lists in lines nested without end", "- ".repeat(DEEP) + "x\n"),
                front("a number of a million digits", "config:\n  temperature: " + "9".repeat(500_000) + "\n"),
                front(
                        "a number with a huge exponent",
                        "config:\n  temperature: 1e999999999\n  maxOutputTokens: 1e999999999\n"),
                front(
                        "tags of its own",
                        "model: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x/\"]]\n"
                                + "config: !evil {a: 1}\n"),
                front("a merge key", "a: &a {x: 1}\nconfig:\n  <<: *a\n"),
                front("binary and sets", "config: !!binary aGVsbG8=\nx: !!set {a, b}\ny: !!timestamp 2001-01-01\n"),
                front("a hundred thousand keys", keys(60_000)),
                front("the same key again and again", "model: a\n".repeat(50_000)),
                front("keys that are lists", "? [a, b]\n: c\n? {d: e}\n: f\n"),
                front(
                        "picoschema nested without end",
                        "input:\n  schema: " + "{a(object): ".repeat(20_000) + "{b: string}" + "}".repeat(20_000)
                                + "\n"),
                front("picoschema of very many fields", "input:\n  schema:\n" + fields(30_000)),
                front(
                        "an enumeration of very many values",
                        "input:\n  schema:\n    word(enum): [" + "x, ".repeat(100_000) + "x]\n"),
                front(
                        "a schema that refers to itself",
                        "input:\n  schema:\n    type: object\n    properties:\n" + "      word: {$ref: \"#\"}\n"),
                front(
                        "a pattern that never ends",
                        "input:\n  schema:\n    type: object\n    properties:\n"
                                + "      word: {type: string, pattern: \"(a+)+$\"}\n  default:\n    word: "
                                + "a".repeat(5_000) + "!\n"),
                front("several documents", "model: a\n--- \nmodel: b\n...\n%YAML 9.9\n"),
                front("tabs and anchors", "\t&a\t*a\n"),
                front("no end", "model: a\nconfig: |\n" + "  x\n".repeat(1000)));
    }

    private static Named<Hostile> front(String name, String yaml) {
        return named(
                "front matter with " + name,
                world -> world.write("prompts/hostile.prompt", "---\n" + yaml + "---\nHello {{word}}\n"));
    }

    private static String keys(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append('k').append(i).append(": 1\n");
        }
        return text.toString();
    }

    private static String fields(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("    f").append(i).append("?: string, x\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void everyCommandBehaves(Hostile hostile) throws Exception {
        HostileWorld world = HostileWorld.in(folder);
        hostile.spoil(world);

        assertThat(EveryCommand.thatReads(world)).isEmpty();
    }
}
