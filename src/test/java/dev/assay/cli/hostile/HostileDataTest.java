package dev.assay.cli.hostile;

import static dev.assay.cli.hostile.Hostile.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Datasets, settings and git's own files that are huge, deep, endless or no text at all. */
@Timeout(600)
class HostileDataTest {
    private static final int LARGE = 50 << 20;
    private static final int DEEP = 100_000;

    @TempDir
    Path folder;

    static Stream<Named<Hostile>> worlds() {
        return Stream.concat(datasets(), others());
    }

    private static Stream<Named<Hostile>> datasets() {
        return Stream.of(
                named("a dataset of 50 MB", world -> world.fill("datasets/hostile.csv", "word\n", 'x', LARGE)),
                named("a dataset of 150 MB", world -> world.fill("datasets/hostile.csv", "word\n", 'x', 3 * LARGE)),
                named(
                        "a dataset with an open quote",
                        world -> world.fill("datasets/hostile.csv", "word\n\"", 'x', LARGE)),
                named(
                        "a dataset of open quotes",
                        world -> world.fill("datasets/hostile.csv", "word\n", '"', 10_000_001)),
                named(
                        "a dataset of a million columns",
                        world -> world.write(
                                "datasets/hostile.csv", columns(1_000_000) + "\n" + "x,".repeat(999_999) + "x\n")),
                named(
                        "a dataset of a million commas",
                        world -> world.fill("datasets/hostile.csv", "word", ',', 1_000_000)),
                named(
                        "a dataset of a million empty lines",
                        world -> world.fill("datasets/hostile.csv", "word\n", '\n', 1_000_000)),
                named(
                        "a dataset of random bytes",
                        world -> world.write("datasets/hostile.csv", Hostile.noise(1_000_000))),
                named(
                        "a dataset with NUL and escapes",
                        world -> world.write("datasets/hostile.csv", "word,\u001b[31mred\n\0,\u001b[2J\na,\u0007\n")),
                named(
                        "a dataset of one line of JSON of 50 MB",
                        world -> world.fill("datasets/hostile.jsonl", "{\"word\":\"", 'x', LARGE)),
                named(
                        "a dataset of JSON nested without end",
                        world -> world.write(
                                "datasets/hostile.jsonl",
                                "{\"word\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}\n" + "{\"a\":".repeat(DEEP))),
                named(
                        "a dataset of JSON just deep enough",
                        world -> world.write(
                                "datasets/hostile.jsonl", "{\"word\":" + "[".repeat(900) + "]".repeat(900) + "}\n")),
                named(
                        "a dataset with a number of a megabyte",
                        world -> world.write("datasets/hostile.jsonl", "{\"word\":" + "9".repeat(1_000_000) + "}\n")),
                named(
                        "a dataset with a number of a huge exponent",
                        world -> world.write(
                                "datasets/hostile.jsonl",
                                "{\"word\":1e999999999}\n{\"word\":1e-999999999}\n{\"word\":-0.0}\n")),
                named(
                        "a dataset of a hundred thousand keys",
                        world -> world.write("datasets/hostile.jsonl", "{" + jsonKeys(100_000) + "\"word\":1}\n")),
                named(
                        "a dataset of half characters",
                        world -> world.write(
                                "datasets/hostile.jsonl",
                                "{\"word\":\"\\ud800\"}\n{\"word\":\"\\u0000\\u001b[31m\"}\n")));
    }

    private static Stream<Named<Hostile>> others() {
        return Stream.of(
                named("providers.yaml of 50 MB", world -> world.fill("providers.yaml", "providers: ", 'x', LARGE)),
                named("providers.yaml of random bytes", world -> world.write("providers.yaml", Hostile.noise(10_000))),
                named(
                        "providers.yaml nested without end",
                        world -> world.write("providers.yaml", "providers: " + "[".repeat(DEEP) + "]".repeat(DEEP))),
                named(
                        "providers.yaml mappings nested without end",
                        world -> world.write(
                                "providers.yaml", "providers: " + "{a: ".repeat(DEEP) + "1" + "}".repeat(DEEP))),
                named("providers.yaml with aliases that multiply", world -> world.write("providers.yaml", """
                        a: &a [x, x, x, x, x, x, x, x, x]
                        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                        providers: [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                        """)),
                named(
                        "providers.yaml with an alias to itself",
                        world -> world.write("providers.yaml", "providers: &a\n  x: *a\n")),
                named(
                        "providers.yaml that steers the terminal",
                        world -> world.write(
                                "providers.yaml",
                                "providers:\n  \"\\e[2J\": {dialect: \"\\e[31m\", baseUrl: \"\\e\"}\n")),
                named(
                        "providers.yaml with an address of a file",
                        world -> world.write(
                                "providers.yaml",
                                "providers:\n  x: {dialect: openai, baseUrl: \"file://" + world.outside + "\"}\n")),
                named("an ignore file of 50 MB", world -> world.fill("prompts/.gitignore", "x\n", 'x', LARGE)),
                named(
                        "an ignore file of a million lines",
                        world -> world.write("prompts/.gitignore", "*a*b*\n".repeat(200_000))),
                named("an ignore pattern that never ends", world -> {
                    world.write(
                            ".gitignore",
                            ("*a".repeat(30) + "b\n") + "[a-z]*".repeat(30) + "!\n" + "**/".repeat(200) + "x\n");
                    world.write("prompts/" + "a".repeat(200) + ".prompt", "Hello\n");
                }),
                named(
                        "an attributes file of a megabyte",
                        world -> world.write(".gitattributes", "*.prompt text eol=lf filter=x\n".repeat(30_000))),
                named(
                        "an attributes macro that refers to itself",
                        world -> world.write(".gitattributes", "[attr]a b\n[attr]b a\n*.prompt a\n* binary\n")));
    }

    private static String columns(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "c" : ",c").append(i);
        }
        return text.toString();
    }

    private static String jsonKeys(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("\"k").append(i).append("\":1,");
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
