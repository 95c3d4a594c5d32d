package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.prompt.PromptRef;
import dev.assay.registry.commit.FilePart;
import dev.assay.registry.diff.TextDiff;
import dev.assay.registry.git.Author;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Git and Assay work on one repository in turns, at random. What either wrote, the other finds: every committed text by
 * its commit, every text on disk, and the same status.
 */
class InterleavedGitTest {
    private static final int OPERATIONS = 500;
    private static final int LOOK_EVERY = 20;
    private static final Author ADA = new Author("Ada", "ada@example.org");

    @TempDir
    Path folder;

    private final Map<String, String> onDisk = new TreeMap<>();
    private final Map<String, Map<String, String>> commits = new HashMap<>();
    private Map<String, String> head = Map.of();
    private Random random = new Random();
    private Path root = Path.of("");
    private GitPromptRegistry registry;
    private GitCommand git;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261125})
    void nothingIsLostWhateverTheOrder(long seed) throws IOException {
        assumeTrue(GitCommand.isInstalled(), "Skipped: git is not installed");
        random = new Random(seed);
        root = folder.toRealPath().resolve("workspace");
        try (var opened = GitPromptRegistry.create(root)) {
            registry = opened;
            git = new GitCommand(root);
            git.run("config", "core.autocrlf", "false");
            git.run("add", "-A");
            git.run("commit", "-m", "Start");
            for (int i = 1; i <= OPERATIONS; i++) {
                step(i);
                if (i % LOOK_EVERY == 0) {
                    bothSeeTheSame();
                }
            }
            everyCommitIsThere();
            assertThat(git.run("fsck", "--strict", "--no-dangling")).doesNotContain("error");
        }
    }

    private void step(int i) throws IOException {
        int dice = random.nextInt(100);
        if (dice < 22 || onDisk.isEmpty()) {
            saveByAssay(i);
        } else if (dice < 32) {
            saveByAnEditor(i);
        } else if (dice < 44) {
            commitOneByAssay(i);
        } else if (dice < 52) {
            commitAPartByAssay(i);
        } else if (dice < 62) {
            commitAllByGit(i);
        } else if (dice < 68) {
            deleteOne();
        } else if (dice < 74) {
            renameByGit(i);
        } else if (dice < 80) {
            amendByGit(i);
        } else if (dice < 86) {
            stashAndBack();
        } else if (dice < 92) {
            onABranchAndBack(i);
        } else if (dice < 95) {
            stageByGit();
        } else if (dice < 98) {
            git.run("pack-refs", "--all");
        } else {
            git.run("gc", "--quiet", "--no-prune");
        }
    }

    private void saveByAssay(int i) {
        String name = anyName();
        registry.save(name, text(i));
        onDisk.put(name, text(i));
    }

    private void saveByAnEditor(int i) throws IOException {
        String name = oneOnDisk();
        Files.writeString(file(name), text(i));
        onDisk.put(name, text(i));
    }

    private void commitOneByAssay(int i) {
        List<String> changed = changed();
        if (changed.isEmpty()) {
            return;
        }
        String name = changed.get(random.nextInt(changed.size()));
        var revision = registry.commit(List.of(path(name)), "Assay changes " + i, ADA);
        var now = new TreeMap<>(head);
        put(now, name, onDisk.get(name));
        committed(revision.commitId(), now);
    }

    private void commitAPartByAssay(int i) {
        List<String> changed = new ArrayList<>(changed());
        // What is gone on disk is gone as a whole.
        changed.retainAll(onDisk.keySet());
        if (changed.isEmpty()) {
            return;
        }
        String name = changed.get(random.nextInt(changed.size()));
        ChangedText both = registry.changes().text(path(name));
        TextDiff diff = TextDiff.of(both.before(), both.after(), false);
        int hunk = random.nextInt(diff.hunks().size());
        String part = diff.apply(Set.of(hunk));
        var revision = registry.commit(
                List.of(), List.of(new FilePart(path(name), both.base(), part)), "Assay changes a part " + i, ADA);
        assertThat(git.run("diff", "--cached", "--name-only", "--", path(name))).isEmpty();
        var now = new TreeMap<>(head);
        now.put(name, part);
        committed(revision.commitId(), now);
    }

    /** What is staged goes into no commit of Assay's other than one of that very file. */
    private void stageByGit() {
        changed().stream()
                .filter(name -> head.containsKey(name) && onDisk.containsKey(name))
                .findFirst()
                .ifPresent(name -> git.run("add", path(name)));
    }

    private void commitAllByGit(int i) {
        git.run("add", "-A");
        if (!changed().isEmpty()) {
            git.run("commit", "-m", "Git changes " + i);
            committed(git.run("rev-parse", "HEAD"), new TreeMap<>(onDisk));
        }
    }

    private void deleteOne() throws IOException {
        String name = oneOnDisk();
        Files.delete(file(name));
        onDisk.remove(name);
    }

    private void renameByGit(int i) {
        String from = oneOnDisk();
        String to = "moved/to-" + i;
        if (!onDisk.get(from).equals(head.get(from)) || !changed().isEmpty()) {
            return;
        }
        file(to).getParent().toFile().mkdirs();
        git.run("mv", path(from), path(to));
        git.run("commit", "-m", "Rename " + i);
        onDisk.put(to, onDisk.remove(from));
        committed(git.run("rev-parse", "HEAD"), new TreeMap<>(onDisk));
        assertThat(registry.log(to)).extracting(revision -> revision.subject()).startsWith("Rename " + i);
    }

    private void amendByGit(int i) {
        if (commits.isEmpty()) {
            return;
        }
        commits.remove(git.run("rev-parse", "HEAD"));
        git.run("add", "-A");
        git.run("commit", "--amend", "--allow-empty", "-m", "Amended " + i);
        committed(git.run("rev-parse", "HEAD"), new TreeMap<>(onDisk));
    }

    private void stashAndBack() {
        if (changed().isEmpty()) {
            return;
        }
        git.run("stash", "push", "--include-untracked");
        assertThat(registry.list()).allMatch(entry -> entry.status() == GitStatus.CLEAN);
        git.run("stash", "pop");
    }

    private void onABranchAndBack(int i) {
        if (!changed().isEmpty()) {
            return;
        }
        git.run("checkout", "-q", "-b", "try-" + i);
        assertThat(registry.branch()).isEqualTo("try-" + i);
        registry.save("branch/only-" + i, text(i));
        var revision = registry.commit(List.of(path("branch/only-" + i)), "On a branch " + i, ADA);
        var there = new TreeMap<>(head);
        there.put("branch/only-" + i, text(i));
        commits.put(revision.commitId(), there);
        git.run("checkout", "-q", "main");
        assertThat(registry.branch()).isEqualTo("main");
    }

    private void bothSeeTheSame() throws IOException {
        for (var entry : onDisk.entrySet()) {
            assertThat(Files.readString(file(entry.getKey()))).isEqualTo(entry.getValue());
            assertThat(registry.load(new PromptRef(entry.getKey(), null)).text())
                    .isEqualTo(entry.getValue());
        }
        List<String> ours = registry.list().stream()
                .filter(entry -> entry.status() != GitStatus.CLEAN)
                .map(PromptEntry::path)
                .toList();
        String status = git.run("-c", "status.renames=false", "status", "--porcelain", "-z", "--untracked-files=all");
        List<String> theirs = Stream.of(status.split("\0"))
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split(" +", 2)[1])
                .toList();
        assertThat(ours).containsExactlyInAnyOrderElementsOf(theirs);
        assertThat(ours.stream().sorted().toList())
                .isEqualTo(changed().stream()
                        .map(InterleavedGitTest::path)
                        .sorted()
                        .toList());
    }

    private void everyCommitIsThere() {
        commits.forEach((id, texts) -> texts.forEach((name, text) -> {
            assertThat(registry.load(new PromptRef(name, id)).text()).isEqualTo(text);
        }));
        String id = git.run("rev-parse", "HEAD");
        head.forEach((name, text) ->
                assertThat(git.run("show", id + ":" + path(name))).isEqualTo(text.strip()));
        for (String name : head.keySet()) {
            List<String> ours = registry.log(name).stream()
                    .map(revision -> revision.commitId())
                    .toList();
            // Before the file was last added, both guess at what it was renamed from.
            String added = git.run("log", "-1", "--diff-filter=A", "--format=%H", "--", path(name));
            List<String> theirs =
                    git.run("log", "--format=%H", "--", path(name)).lines().toList();
            assertThat(ours)
                    .startsWith(theirs.subList(0, theirs.indexOf(added) + 1).toArray(String[]::new));
        }
    }

    private void committed(String id, Map<String, String> texts) {
        commits.put(id, texts);
        head = texts;
    }

    private List<String> changed() {
        return Stream.concat(onDisk.keySet().stream(), head.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(onDisk.get(name), head.get(name)))
                .sorted()
                .collect(Collectors.toList());
    }

    private static void put(Map<String, String> texts, String name, String text) {
        if (text == null) {
            texts.remove(name);
        } else {
            texts.put(name, text);
        }
    }

    private String anyName() {
        return List.of("support/triage", "support/reply", "a", "deep/er/still", "_shared/tone", "notes/long one")
                        .get(random.nextInt(6))
                + (random.nextBoolean() ? "" : "." + random.nextInt(4));
    }

    private String oneOnDisk() {
        return List.copyOf(onDisk.keySet()).get(random.nextInt(onDisk.size()));
    }

    private String text(int i) {
        return "Line one\n".repeat(1 + i % 5) + "Operation " + i + "\n";
    }

    private static String path(String name) {
        return "prompts/" + name + ".prompt";
    }

    private Path file(String name) {
        return root.resolve(path(name));
    }
}
