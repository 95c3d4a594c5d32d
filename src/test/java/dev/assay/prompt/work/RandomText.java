package dev.assay.prompt.work;

import dev.assay.prompt.print.RandomTemplate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that are hard for a reader of prompts, the same for the same seed. */
public final class RandomText {
    static final List<String> FRAGMENTS = List.of(
            "{{",
            "}}",
            "{{{",
            "}}}",
            "{{{{",
            "}}}}",
            "{{{{/",
            "{{{{raw}}}}",
            "{{{{/raw}}}}",
            "{{#if a}}",
            "{{/if}}",
            "{{#each xs as |x i|}}",
            "{{/each}}",
            "{{#with a}}",
            "{{/with}}",
            "{{else}}",
            "{{else if b}}",
            "{{^}}",
            "{{^if a}}",
            "{{~",
            "~}}",
            "{{!--",
            "--}}",
            "{{! ",
            "{{> p}}",
            "{{> p x=1}}",
            "{{> (lookup a 'b')}}",
            "{{role \"system\"}}",
            "{{history}}",
            "{{media url=x}}",
            "{{section 's'}}",
            "{{json this}}",
            "{{this}}",
            "{{../a}}",
            "{{@index}}",
            "{{a.b}}",
            "{{[a b]}}",
            "{{#*d}}",
            "{{#> p}}",
            "{{&x}}",
            "\\",
            "\"",
            "'",
            "[",
            "]",
            "(",
            ")",
            "|",
            "=",
            "@",
            ".",
            "..",
            "/",
            "#",
            "^",
            ">",
            "!",
            "&",
            " ",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "a",
            "b",
            "x",
            "0",
            "-1",
            "1.5",
            "as",
            "else",
            "true",
            "null",
            "🙂",
            "\ud83d",
            "\u0000",
            "\ufeff",
            "\u00a0",
            "\u2028",
            "---\n",
            "---",
            "# c\n",
            "model: x\n",
            "config:\n",
            "  topK: 1\n",
            "input:\n  schema:\n    ",
            "a(array): string\n",
            "a?: integer, n\n",
            "- ",
            ": ",
            "&a ",
            "*a ",
            "<<: ",
            "!!int ",
            "!t ",
            "%",
            "? ",
            "|\n",
            ">-\n",
            "{",
            "}",
            ",");

    private static final String HEAD = """
            # licence
            ---
            name: a/b
            model: offline/echo
            config: {temperature: 0.5, stopSequences: [a, "b"]}
            input:
              schema:
                a(object, what): {b?: integer, c(enum): [x, y]}
                xs(array): string
                x: string, said
                (*): any
              default: {x: &t "v", b: *t}
            output: {format: json, schema: {type: object, properties: {k: {$ref: "#/k"}}}}
            toolDefs:
              - {name: find, inputSchema: {q: string}}
            assay.tags: [one, two]
            ---
            """;

    private RandomText() {}

    /** Bytes read as text, fragments in any order, or a prompt with faults made in it. */
    static String of(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> bytes(random);
            case 1 -> (random.nextBoolean() ? "---\n" : "") + fragments(random);
            case 2 -> truncated(random, prompt(random));
            default -> mutated(random, prompt(random));
        };
    }

    /** Fragments in any order, every fifth time bytes; the same ones each time. */
    public static Stream<String> pieces(int count) {
        return IntStream.range(0, count).mapToObj(seed -> {
            var random = new Random(seed);
            return seed % 5 == 0 ? bytes(random) : (seed % 2 == 0 ? "---\n" : "") + fragments(random);
        });
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return new String(bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static String fragments(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(fragment(random));
        }
        return text.toString();
    }

    /** A prompt without faults, or with those that a random template has. */
    static String prompt(Random random) {
        return (random.nextInt(3) == 0 ? "" : HEAD) + new RandomTemplate(random, false).text();
    }

    private static String truncated(Random random, String text) {
        int from = random.nextInt(text.length() + 1);
        return random.nextBoolean() ? text.substring(from) : text.substring(0, from);
    }

    private static String mutated(Random random, String text) {
        var mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, fragment(random));
                case 2 -> mutated.insert(at, mutated.substring(at, end).repeat(random.nextInt(20)));
                default -> mutated.replace(at, end, String.valueOf((char) random.nextInt(0x10000)));
            }
        }
        return mutated.toString();
    }

    private static String fragment(Random random) {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
    }
}
