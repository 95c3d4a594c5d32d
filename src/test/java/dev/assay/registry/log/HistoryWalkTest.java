package dev.assay.registry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.registry.GitCommand;
import dev.assay.registry.GitPromptRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that came about by chance, against git and with commit-graphs of git. */
class HistoryWalkTest {
    private static final int HISTORIES = 12;
    private static final int COMMITS = 60;
    private static final String LINES = "line\n".repeat(40);

    @TempDir
    Path folder;

    @BeforeEach
    void needsGit() {
        assumeTrue(GitCommand.isInstalled());
    }

    @Test
    void aCommitGraphChangesNothingInWhatIsFound() throws Exception {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var history = new RandomHistory(seed, true, true);
            GitCommand git = make(history, seed);
            Map<String, List<LogEntry>> without = logs(history, seed);
            git.run("commit-graph", "write", "--reachable", "--changed-paths");
            assertSame(logs(history, seed), without, "seed " + seed + ", whole graph");
            git.run("commit-graph", "write", "--reachable", "--no-changed-paths");
            assertSame(logs(history, seed), without, "seed " + seed + ", no path filters");
            Files.delete(root(seed).resolve(".git/objects/info/commit-graph"));
            git.run("update-ref", "refs/heads/early", "main~20");
            git.run("update-ref", "-d", "refs/heads/main");
            git.run("commit-graph", "write", "--reachable", "--changed-paths");
            git.run("update-ref", "refs/heads/main", "ORIG_HEAD");
            assertSame(logs(history, seed), without, "seed " + seed + ", old graph");
        }
    }

    @Test
    void renamesAreFollowedAsGitFollowsThem() throws Exception {
        for (int seed = 100; seed < 100 + HISTORIES; seed++) {
            var history = new RandomHistory(seed, false, true);
            GitCommand git = make(history, seed);
            for (var log : logs(history, seed).entrySet()) {
                String path = "prompts/" + log.getKey() + ".prompt";
                List<String> expected = git.run("log", "--follow", "--format=%H", "--", path)
                        .lines()
                        .toList();
                assertThat(ids(log.getValue())).as("seed %s, %s", seed, path).isEqualTo(expected);
            }
        }
    }

    @Test
    void sideBranchesAreFollowedWhereTheyMatterAsGitDoes() throws Exception {
        for (int seed = 200; seed < 200 + HISTORIES; seed++) {
            var history = new RandomHistory(seed, true, false);
            GitCommand git = make(history, seed);
            for (var log : logs(history, seed).entrySet()) {
                String path = "prompts/" + log.getKey() + ".prompt";
                List<String> expected =
                        git.run("log", "--format=%H", "--", path).lines().toList();
                assertThat(ids(log.getValue())).as("seed %s, %s", seed, path).isEqualTo(expected);
            }
        }
    }

    @Test
    void anEditOfASideBranchUnderTheFormerNameIsFoundToo() throws IOException {
        Files.createDirectories(root(0).resolve("prompts"));
        var git = new GitCommand(root(0));
        git.run("init", "-q", "-b", "main");
        write("old", "top\n" + LINES + "end\n");
        git.run("add", ".");
        git.run("commit", "-q", "-m", "Begin");
        git.run("checkout", "-q", "-b", "side");
        write("old", "top of the side\n" + LINES + "end\n");
        git.run("commit", "-q", "-am", "Edit the old name");
        git.run("checkout", "-q", "main");
        git.run("mv", "prompts/old.prompt", "prompts/new.prompt");
        git.run("commit", "-q", "-m", "Rename");
        git.run("merge", "-q", "--no-edit", "side");
        try (var registry = GitPromptRegistry.open(root(0))) {
            List<LogEntry> log = registry.history().first("new", 10);
            assertThat(log)
                    .extracting(entry -> entry.revision().subject())
                    .containsExactlyInAnyOrder("Merge branch 'side'", "Rename", "Edit the old name", "Begin");
            assertThat(log)
                    .filteredOn(entry -> entry.revision().subject().startsWith("Edit"))
                    .extracting(LogEntry::path)
                    .containsExactly("prompts/old.prompt");
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root(0).resolve("prompts/" + name + ".prompt"), text);
    }

    private Path root(int seed) {
        return folder.resolve("of-seed-" + seed);
    }

    private GitCommand make(RandomHistory history, int seed) throws IOException, InterruptedException {
        Files.createDirectories(root(seed));
        var git = new GitCommand(root(seed));
        git.run("init", "-q", "-b", "main");
        Path stream = folder.resolve("stream-" + seed);
        Files.writeString(stream, history.stream(COMMITS));
        Process importing = new ProcessBuilder("git", "fast-import", "--quiet", "--done")
                .directory(root(seed).toFile())
                .inheritIO()
                .redirectInput(stream.toFile())
                .start();
        assertThat(importing.waitFor()).isZero();
        git.run("update-ref", "ORIG_HEAD", "main");
        return git;
    }

    private Map<String, List<LogEntry>> logs(RandomHistory history, int seed) {
        var logs = new HashMap<String, List<LogEntry>>();
        try (var registry = GitPromptRegistry.open(root(seed))) {
            for (String name : history.names()) {
                logs.put(name, registry.history().first(name, Integer.MAX_VALUE));
            }
        }
        return logs;
    }

    private static void assertSame(
            Map<String, List<LogEntry>> logs, Map<String, List<LogEntry>> expected, String when) {
        expected.forEach((name, log) ->
                assertThat(logs.get(name)).as("%s, %s", when, name).isEqualTo(log));
    }

    private static List<String> ids(List<LogEntry> log) {
        return log.stream().map(entry -> entry.revision().commitId()).toList();
    }
}
