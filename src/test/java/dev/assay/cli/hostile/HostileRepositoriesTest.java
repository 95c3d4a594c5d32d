package dev.assay.cli.hostile;

import static dev.assay.cli.hostile.Hostile.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repositories that are broken, that point elsewhere, or whose commits hold what must not reach the disk. */
@Timeout(300)
class HostileRepositoriesTest {
    @TempDir
    Path folder;

    static Stream<Named<Hostile>> repositories() {
        return Stream.of(
                named(".git is a file that points outside", world -> {
                    movedGit(world, world.outside.resolve("git"));
                    world.write(".git", "gitdir: " + world.outside.resolve("git") + "\n");
                }),
                named(".git is a file that points to itself", world -> {
                    world.delete(".git");
                    world.write(".git", "gitdir: .git\n");
                }),
                named(".git is a file of nonsense", world -> {
                    world.delete(".git");
                    world.fill(".git", "gitdir: ", 'x', 1_000_000);
                }),
                named(".git is a pipe", world -> world.pipe(".git")),
                named(".git is gone", world -> world.delete(".git")),
                named("HEAD is nonsense", world -> world.write(".git/HEAD", "\0\u001b[31mnonsense\n")),
                named("HEAD is empty", world -> world.write(".git/HEAD", "")),
                named("HEAD is a pipe", world -> world.pipe(".git/HEAD")),
                named(
                        "HEAD points out of the refs",
                        world -> world.write(".git/HEAD", "ref: ../../outside/secret.prompt\n")),
                named("HEAD points to itself", world -> world.write(".git/HEAD", "ref: HEAD\n")),
                named("HEAD names no commit", world -> world.write(".git/HEAD", "1".repeat(40) + "\n")),
                named("refs point to each other", world -> {
                    world.write(".git/refs/heads/main", "ref: refs/heads/other\n");
                    world.write(".git/refs/heads/other", "ref: refs/heads/main\n");
                }),
                named("a branch is a pipe", world -> world.pipe(".git/refs/heads/pipe")),
                named("a branch is nonsense", world -> world.write(".git/refs/heads/other", "nonsense\n")),
                named("the index is nonsense", world -> world.write(".git/index", "DIRC nonsense")),
                named("the index is a pipe", world -> world.pipe(".git/index")),
                named("the index is empty", world -> world.write(".git/index", "")),
                named(
                        "packed refs are nonsense",
                        world -> world.write(
                                ".git/packed-refs", "1".repeat(40) + " refs/heads/../../../outside/x\nnonsense\n")),
                named("packed refs are a pipe", world -> world.pipe(".git/packed-refs")),
                named(
                        "alternates lead in a circle",
                        world -> world.write(".git/objects/info/alternates", "../objects\n" + world.outside + "\n")),
                named("alternates are a pipe", world -> world.pipe(".git/objects/info/alternates")),
                named("a pack is nonsense", world -> {
                    world.write(".git/objects/pack/pack-" + "1".repeat(40) + ".pack", "nonsense");
                    world.write(".git/objects/pack/pack-" + "1".repeat(40) + ".idx", "nonsense");
                }),
                named(
                        "a commit graph is nonsense",
                        world -> world.write(".git/objects/info/commit-graph", "CGPH nonsense")),
                named("settings are a pipe", world -> world.pipe(".git/config")),
                named("settings are nonsense", world -> world.write(".git/config", "[core\n\u001b[31m = = [[\n")),
                named("settings are huge", world -> world.fill(".git/config", "[core]\n", ';', 20 << 20)),
                named(
                        "settings include a device",
                        world -> world.write(
                                ".git/config",
                                "[core]\n\trepositoryformatversion = 0\n[include]\n\tpath = /dev/zero\n")),
                named(
                        "settings include themselves",
                        world -> world.write(
                                ".git/config", "[core]\n\trepositoryformatversion = 0\n[include]\n\tpath = config\n")),
                named(
                        "settings keep the files elsewhere",
                        world -> world.git("config", "core.worktree", world.outside.toString())),
                named("settings ignore by a device", world -> world.git("config", "core.excludesFile", "/dev/zero")),
                named(
                        "settings ask for an unknown format",
                        world -> world.git("config", "core.repositoryformatversion", "99")),
                named("what is excluded is a pipe", world -> world.pipe(".git/info/exclude")),
                named("a merge is under way with nonsense", world -> {
                    world.write(".git/MERGE_HEAD", "nonsense\n");
                    world.write(".git/MERGE_MSG", "\u001b[31mmessage");
                }),
                named("the stash is nonsense", world -> world.write(".git/logs/refs/stash", "nonsense\n")));
    }

    static Stream<Named<Hostile>> commits() {
        return Stream.of(
                named("a file above the top", world -> HostileCommits.entry(world, "../evil", "text")),
                named("a file in a folder of dots", world -> HostileCommits.entry(world, "prompts/../../evil", "text")),
                named("an absolute file", world -> HostileCommits.entry(world, "/evil", "text")),
                named("a file with a backslash", world -> HostileCommits.entry(world, "prompts/..\\..\\evil", "text")),
                named("git's settings", world -> HostileCommits.entry(world, ".git/config", "[evil]\n")),
                named("git's settings in capitals", world -> HostileCommits.entry(world, ".GIT/config", "[evil]\n")),
                named(
                        "git's settings by a Mac's name",
                        world -> HostileCommits.entry(world, ".g\u200cit/config", "[evil]\n")),
                named("a folder of git below", world -> HostileCommits.entry(world, "prompts/.git/config", "[evil]\n")),
                named("a device's name", world -> HostileCommits.entry(world, "prompts/con.prompt", "text")),
                named(
                        "a name with a line end",
                        world -> HostileCommits.entry(world, "prompts/a\n\u001b[31mb.prompt", "x")),
                named(
                        "a name of three hundred characters",
                        world -> HostileCommits.entry(world, "prompts/" + "n".repeat(300) + ".prompt", "text")),
                named(
                        "names that differ in case",
                        world -> HostileCommits.entry(world, "prompts/HOSTILE.prompt", "text")),
                named("folders without end", world -> HostileCommits.entry(world, "d/".repeat(500) + "x", "text")),
                named(
                        "a link that leads out",
                        world -> HostileCommits.entry(
                                world, "prompts/leak.prompt", "../../outside/secret.prompt", FileMode.SYMLINK)),
                named(
                        "an absolute link",
                        world -> HostileCommits.entry(world, "prompts/leak.prompt", "/etc/passwd", FileMode.SYMLINK)),
                named(
                        "a link into .git",
                        world ->
                                HostileCommits.entry(world, "prompts/leak.prompt", "../.git/config", FileMode.SYMLINK)),
                named(
                        "a link in place of .gitattributes",
                        world -> HostileCommits.entry(world, ".gitattributes", "/dev/zero", FileMode.SYMLINK)),
                named(
                        "a link in place of prompts",
                        world -> HostileCommits.entry(world, "prompts", "../outside", FileMode.SYMLINK)),
                named("a submodule", world -> HostileCommits.entry(world, "prompts/sub", "", FileMode.GITLINK)),
                named("a folder where the disk has a link", world -> {
                    HostileCommits.entry(world, "prompts/team/inner.prompt", "text");
                    world.link("prompts/team", world.outside.resolve("team"));
                }),
                named("a file where the disk has a folder that leads out", world -> {
                    HostileCommits.entry(world, "prompts/team/new.prompt", "text");
                    world.link("prompts/team", world.outside.resolve("team"));
                }),
                named(
                        "a message that steers the terminal",
                        world -> HostileCommits.message(
                                world, "\u001b]0;owned\u0007\u001b[2J\u202e\n\n" + "line\n".repeat(100))));
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void everyCommandBehavesInABrokenRepository(Hostile hostile) throws Exception {
        HostileWorld world = HostileWorld.in(folder);
        hostile.spoil(world);

        assertThat(EveryCommand.over(world)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commits")
    void nothingHostileIsCheckedOut(Hostile hostile) throws Exception {
        HostileWorld world = HostileWorld.in(folder);
        hostile.spoil(world);

        assertThat(EveryCommand.over(world)).isEmpty();
        assertThat(world.workspace.resolve(".git/config")).content().doesNotContain("evil");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void noProgramRunsWhereNothingIsChanged(Hostile hostile) throws Exception {
        HostileWorld world = HostileWorld.in(folder);
        hostile.spoil(world);

        assertThat(EveryCommand.thatLooks(world)).isEmpty();
    }

    static Stream<Named<Hostile>> programs() {
        return Stream.of(
                named("a shallow file is nonsense", world -> world.write(".git/shallow", "nonsense\n")),
                named("all objects are gone", world -> {
                    world.delete(".git/objects");
                    Files.createDirectories(world.workspace.resolve(".git/objects"));
                }),
                named("a file system monitor", world -> world.git("config", "core.fsmonitor", evil(world))),
                named("hooks elsewhere", world -> {
                    for (String hook :
                            new String[] {"post-checkout", "pre-commit", "fsmonitor-watchman", "post-index-change"}) {
                        Path file = world.write("hooks/" + hook, "#!/bin/sh\n" + evil(world) + "\n");
                        assertThat(file.toFile().setExecutable(true)).isTrue();
                    }
                    world.git(
                            "config",
                            "core.hooksPath",
                            world.workspace.resolve("hooks").toString());
                }),
                named("programs for everything", world -> {
                    for (String key : new String[] {
                        "core.sshCommand",
                        "core.pager",
                        "core.editor",
                        "core.askPass",
                        "credential.helper",
                        "gpg.program",
                        "gpg.ssh.program",
                        "diff.external",
                        "sequence.editor",
                        "uploadpack.packObjectsHook"
                    }) {
                        world.git("config", key, evil(world));
                    }
                }),
                named("filters", world -> {
                    for (String key : new String[] {"clean", "smudge", "process"}) {
                        world.git("config", "filter.evil." + key, evil(world));
                    }
                    world.git("config", "diff.evil.textconv", evil(world));
                    world.git("config", "diff.evil.command", evil(world));
                    world.git("config", "merge.evil.driver", evil(world));
                    world.write(".gitattributes", "* filter=evil diff=evil merge=evil\n");
                    world.write("prompts/hostile.prompt", "Changed {{word}}\n");
                }));
    }

    private static String evil(HostileWorld world) {
        return "touch '" + world.outside.resolve("ran") + "'; cat #";
    }

    private static void movedGit(HostileWorld world, Path to) throws Exception {
        Files.move(world.workspace.resolve(".git"), to, StandardCopyOption.ATOMIC_MOVE);
    }
}
