package dev.assay.cli.hostile;

import static dev.assay.cli.hostile.Hostile.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links and pipes in place of files and folders: nothing outside is read or written, and nothing is waited for. */
@Timeout(300)
class LinksAndPipesTest {
    @TempDir
    Path folder;

    static Stream<Named<Hostile>> worlds() {
        return Stream.of(
                named("nothing wrong at all", world -> {}),
                named("prompts leads out", world -> world.link("prompts", world.outside)),
                named("prompts leads elsewhere inside", world -> {
                    Files.move(world.workspace.resolve("prompts"), world.workspace.resolve("real"));
                    world.link("prompts", Path.of("real"));
                }),
                named("prompts is a file", world -> {
                    world.delete("prompts");
                    world.write("prompts", "text");
                }),
                named("prompts is a pipe", world -> world.pipe("prompts")),
                named("prompts leads to itself", world -> world.link("prompts", Path.of("prompts"))),
                named(
                        "a prompt leads out",
                        world -> world.link("prompts/hostile.prompt", world.outside.resolve("secret.prompt"))),
                named(
                        "a prompt leads out by dots",
                        world -> world.link("prompts/hostile.prompt", Path.of("../../outside/secret.prompt"))),
                named(
                        "a prompt leads to a prompt",
                        world -> world.link("prompts/hostile.prompt", Path.of("plain.prompt"))),
                named(
                        "a prompt leads into .git",
                        world -> world.link("prompts/hostile.prompt", Path.of("../.git/config"))),
                named("a prompt leads nowhere", world -> world.link("prompts/hostile.prompt", Path.of("gone.prompt"))),
                named(
                        "a prompt leads nowhere outside",
                        world -> world.link("prompts/hostile.prompt", world.outside.resolve("made.prompt"))),
                named(
                        "a prompt leads to itself",
                        world -> world.link("prompts/hostile.prompt", Path.of("hostile.prompt"))),
                named("two prompts lead to each other", world -> {
                    world.link("prompts/hostile.prompt", Path.of("plain.prompt"));
                    world.link("prompts/plain.prompt", Path.of("hostile.prompt"));
                }),
                named(
                        "a prompt leads to a device without end",
                        world -> world.link("prompts/hostile.prompt", Path.of("/dev/zero"))),
                named("a prompt is a pipe", world -> world.pipe("prompts/hostile.prompt")),
                named("a prompt is a folder", world -> {
                    world.delete("prompts/hostile.prompt");
                    world.write("prompts/hostile.prompt/plain.prompt", "Hello\n");
                }),
                named("a folder of prompts leads out", world -> world.link("prompts/team", world.outside)),
                named("a folder of prompts leads to the one above", world -> world.link("prompts/team", Path.of("."))),
                named(
                        "a partial leads out",
                        world -> world.link("prompts/_part.prompt", world.outside.resolve("secret.prompt"))),
                named("a partial is a pipe", world -> world.pipe("prompts/_part.prompt")),
                named("a partial is a device", world -> world.link("prompts/_part.prompt", Path.of("/dev/zero"))),
                named("an ignore file is a pipe", world -> world.pipe("prompts/.gitignore")),
                named("the top's ignore file is a pipe", world -> world.pipe(".gitignore")),
                named(
                        "an ignore file leads to a device",
                        world -> world.link("prompts/.gitignore", Path.of("/dev/zero"))),
                named(
                        "an ignore file leads out",
                        world -> world.link("prompts/.gitignore", world.outside.resolve("ignore"))),
                named("an attributes file is a pipe", world -> world.pipe("prompts/.gitattributes")),
                named("the top's attributes file is a pipe", world -> world.pipe(".gitattributes")),
                named(
                        "an attributes file leads to a device",
                        world -> world.link(".gitattributes", Path.of("/dev/zero"))),
                named("providers.yaml is a pipe", world -> world.pipe("providers.yaml")),
                named(
                        "providers.yaml leads out",
                        world -> world.link("providers.yaml", world.outside.resolve("secret.yaml"))),
                named("providers.yaml is a device", world -> world.link("providers.yaml", Path.of("/dev/zero"))),
                named("providers.yaml is a folder", world -> {
                    world.delete("providers.yaml");
                    world.write("providers.yaml/x", "");
                }),
                named("datasets leads out", world -> world.link("datasets", world.outside)),
                named("datasets is a pipe", world -> world.pipe("datasets")),
                named(
                        "a dataset leads out",
                        world -> world.link("datasets/hostile.csv", world.outside.resolve("secret.csv"))),
                named("a dataset is a pipe", world -> world.pipe("datasets/hostile.csv")),
                named("a dataset is a device", world -> world.link("datasets/hostile.csv", Path.of("/dev/zero"))),
                named("a dataset leads to itself", world -> world.link("datasets/hostile.csv", Path.of("hostile.csv"))),
                named(
                        "a folder of datasets leads to the one above",
                        world -> world.link("datasets/team", Path.of("."))),
                named("a folder of datasets cannot be read", world -> unreadable(world, "datasets/closed")),
                named("a folder of prompts cannot be read", world -> unreadable(world, "prompts/closed")),
                named("a prompt cannot be read", world -> {
                    Path file = world.workspace.resolve("prompts/hostile.prompt");
                    Files.setPosixFilePermissions(file, java.util.Set.of());
                }),
                named(".assay leads out", world -> world.link(".assay", world.outside)),
                named("the logs lead out", world -> world.link(".assay/logs", world.outside)),
                named(
                        "the history leads out",
                        world -> world.link(".assay/history.mv.db", world.outside.resolve("made.mv.db"))),
                named(
                        "what locks the history leads out",
                        world -> world.link(".assay/history.lock", world.outside.resolve("made.lock"))),
                named("a log leads out", world -> world.link(".assay/logs/assay.log", world.outside.resolve("made"))),
                named("the folder of deleted prompts leads out", world -> world.link(".assay/deleted", world.outside)),
                named("the folder of drafts leads out", world -> world.link(".assay/drafts", world.outside)),
                named("names that steer the terminal", world -> {
                    world.write("prompts/a\n\u001b[31mb.prompt", "Hello\n");
                    world.write("prompts/\u202egpj.prompt", "Hello\n");
                    world.write("prompts/\u001b]0;x\u0007/inner.prompt", "Hello\n");
                    world.write("datasets/\u001b[2J.csv", "word\none\n");
                    world.write("datasets/a\nb.csv", "word\none\n");
                }),
                named("a thousand prompts in a folder", world -> {
                    for (int i = 0; i < 1_000; i++) {
                        world.write("prompts/many/p" + i + ".prompt", "");
                    }
                }),
                named("everything in .assay is a pipe", world -> {
                    for (String file : new String[] {".gitignore", "history.mv.db", "history.lock"}) {
                        world.pipe(".assay/" + file);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void everyCommandBehaves(Hostile hostile) throws Exception {
        HostileWorld world = HostileWorld.in(folder);
        hostile.spoil(world);

        assertThat(EveryCommand.over(world)).isEmpty();
    }

    private static void unreadable(HostileWorld world, String path) throws Exception {
        world.write(path + "/inner.csv", "word\none\n");
        Files.setPosixFilePermissions(world.workspace.resolve(path), java.util.Set.of());
    }
}
