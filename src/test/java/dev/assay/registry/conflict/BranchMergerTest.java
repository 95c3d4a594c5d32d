package dev.assay.registry.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.llm.InputException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.conflict.ConflictedFile.Kind;
import dev.assay.registry.conflict.MergeOutcome.Conflicted;
import dev.assay.registry.conflict.MergeOutcome.FastForward;
import dev.assay.registry.conflict.MergeOutcome.Merged;
import dev.assay.registry.conflict.MergeOutcome.UpToDate;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.merge.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges on real repositories, with C git as the other user. */
class BranchMergerTest {
    private static final String PROMPT =
            "---\nmodel: a/b\nconfig:\n  temperature: 0.2\n  topP: 1\n---\nOne.\nTwo.\nThree.\n";

    @TempDir
    private Path root;

    private GitWorkspace workspace;
    private GitCommand git;
    private BranchMerger merger;
    private MergeSession session;
    private Conflicts conflicts;

    @BeforeEach
    void aRepositoryWithABranch() throws IOException {
        assumeThat(GitCommand.isInstalled()).describedAs("git is installed").isTrue();
        GitWorkspace.create(root);
        workspace = GitWorkspace.open(root);
        git = new GitCommand(root);
        git.run("config", "user.name", "Ada");
        git.run("config", "user.email", "ada@example.org");
        merger = new BranchMerger(workspace);
        session = new MergeSession(workspace);
        conflicts = new Conflicts(workspace);
        write("prompts/a.prompt", PROMPT);
        commit("Begin");
        git.run("branch", "other");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private void commit(String message) {
        git.run("add", "-A");
        git.run("commit", "-qm", message);
    }

    private void onOther(String path, String text) throws IOException {
        git.run("switch", "-q", "other");
        write(path, text);
        commit("Theirs");
        git.run("switch", "-q", "main");
    }

    private void isWhole() {
        assertThat(git.run("fsck", "--strict")).doesNotContain("error");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void aBranchWithNothingNewIsUpToDateAndOneAheadIsFastForwarded() throws IOException {
        assertThat(merger.merge("other")).isEqualTo(new UpToDate());
        onOther("prompts/a.prompt", PROMPT + "Four.\n");

        assertThat(merger.merge("other")).isEqualTo(new FastForward(git.run("rev-parse", "other")));
        assertThat(read("prompts/a.prompt")).endsWith("Four.\n");
        isWhole();
    }

    @Test
    void differentKeysOfOnePromptAreJoinedInACommitWithTwoParents() throws IOException {
        onOther("prompts/a.prompt", PROMPT.replace("topP: 1", "topP: 0.5"));
        write("prompts/a.prompt", PROMPT.replace("temperature: 0.2", "temperature: 0.7"));
        commit("Ours");

        assertThat(merger.merge("other")).isInstanceOf(Merged.class);
        assertThat(read("prompts/a.prompt")).contains("temperature: 0.7\n  topP: 0.5");
        assertThat(git.run("rev-parse", "HEAD^2")).isEqualTo(git.run("rev-parse", "other"));
        assertThat(git.run("log", "-1", "--format=%s")).isEqualTo("Merge branch 'other'");
        isWhole();
    }

    @Test
    void anEditFollowsARename() throws IOException {
        onOther("prompts/a.prompt", PROMPT.replace("Two.", "Zwei."));
        git.run("mv", "prompts/a.prompt", "prompts/b.prompt");
        commit("Rename");

        assertThat(merger.merge("other")).isInstanceOf(Merged.class);
        assertThat(read("prompts/b.prompt")).contains("Zwei.");
        assertThat(root.resolve("prompts/a.prompt")).doesNotExist();
        isWhole();
    }

    @Test
    void aConflictIsLeftAsGitLeavesItAndFinishedHere() throws IOException {
        onOther("prompts/a.prompt", PROMPT.replace("0.2", "0.9").replace("Two.", "Zwei."));
        write("prompts/a.prompt", PROMPT.replace("0.2", "0.5").replace("topP: 1", "topP: 0.5"));
        commit("Ours");

        assertThat(merger.merge("other")).isEqualTo(new Conflicted(List.of("prompts/a.prompt")));
        assertThat(git.run("status", "--porcelain")).isEqualTo("UU prompts/a.prompt");
        assertThat(session.state()).isEqualTo(new MergeState(MergeState.Kind.MERGE, "Merge branch 'other'"));
        ConflictedFile file = conflicts.list().getFirst();
        assertThat(file.text().conflicts().getFirst().name()).isEqualTo("config.temperature");
        assertThat(file.lines()).containsExactly(4);
        assertThatThrownBy(() -> session.finish("")).hasMessageContaining("prompts/a.prompt");
        assertThatThrownBy(() -> conflicts.resolveAsOnDisk("prompts/a.prompt"))
                .hasMessageContaining("prompts/a.prompt:4");

        conflicts.resolve("prompts/a.prompt", Choice.THEIRS);
        session.finish("Merge the calmer tone");

        assertThat(read("prompts/a.prompt"))
                .contains("temperature: 0.9\n  topP: 0.5")
                .contains("Zwei.");
        assertThat(git.run("log", "-1", "--format=%s %P"))
                .isEqualTo("Merge the calmer tone " + git.run("rev-parse", "HEAD^1") + " "
                        + git.run("rev-parse", "other"));
        assertThat(session.state().kind()).isEqualTo(MergeState.Kind.NONE);
        isWhole();
    }

    @Test
    void gitFinishesOrAbortsWhatWeBegan() throws IOException {
        onOther("prompts/a.prompt", PROMPT.replace("Two.", "Zwei."));
        write("prompts/a.prompt", PROMPT.replace("Two.", "Deux."));
        commit("Ours");

        merger.merge("other");
        git.run("merge", "--abort");
        isWhole();
        merger.merge("other");
        git.run("checkout", "--theirs", "prompts/a.prompt");
        git.run("add", "-A");
        git.run("commit", "--no-edit");

        assertThat(git.run("log", "-1", "--format=%s")).isEqualTo("Merge branch 'other'");
        assertThat(session.state().kind()).isEqualTo(MergeState.Kind.NONE);
        isWhole();
    }

    @Test
    void whatGitBeganIsTakenOverAndKeysThatOnlyLookInConflictJoin() throws IOException {
        onOther("prompts/a.prompt", PROMPT.replace("topP: 1", "topP: 0.5"));
        write("prompts/a.prompt", PROMPT.replace("temperature: 0.2", "temperature: 0.7"));
        commit("Ours");
        assertThatThrownBy(() -> git.run("merge", "other")).isInstanceOf(AssertionError.class);

        ConflictedFile file = conflicts.file("prompts/a.prompt");
        assertThat(file.text().isClean()).isTrue();
        conflicts.resolve("prompts/a.prompt", Choice.OURS);
        session.finish("");

        assertThat(read("prompts/a.prompt")).contains("temperature: 0.7\n  topP: 0.5");
        isWhole();
    }

    @Test
    void abortBringsBackWhatWasAndLeavesOtherChangesAlone() throws IOException {
        write("notes.txt", "one\n");
        commit("Notes");
        onOther("prompts/a.prompt", PROMPT.replace("Two.", "Zwei."));
        git.run("switch", "-q", "other");
        write("prompts/new.prompt", "new\n");
        commit("New");
        git.run("switch", "-q", "main");
        write("prompts/a.prompt", PROMPT.replace("Two.", "Deux."));
        commit("Ours");
        write("notes.txt", "not committed\n");

        assertThat(merger.merge("other")).isInstanceOf(Conflicted.class);
        assertThat(root.resolve("prompts/new.prompt")).exists();
        session.abort();

        assertThat(read("prompts/a.prompt")).contains("Deux.");
        assertThat(root.resolve("prompts/new.prompt")).doesNotExist();
        assertThat(read("notes.txt")).isEqualTo("not committed\n");
        assertThat(git.run("status", "--porcelain")).isEqualTo("M notes.txt");
    }

    @Test
    void changesThatAreNotCommittedAreNeverOverwritten() throws IOException {
        onOther("prompts/a.prompt", PROMPT.replace("Two.", "Zwei."));
        git.run("switch", "-q", "other");
        write("prompts/new.prompt", "theirs\n");
        commit("New");
        git.run("switch", "-q", "main");
        write("prompts/a.prompt", PROMPT.replace("One.", "Un."));

        assertThatThrownBy(() -> merger.merge("other"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("prompts/a.prompt");
        git.run("checkout", "prompts/a.prompt");
        write("prompts/new.prompt", "mine\n");
        assertThatThrownBy(() -> merger.merge("other")).hasMessageContaining("prompts/new.prompt");
        assertThat(read("prompts/new.prompt")).isEqualTo("mine\n");
        assertThat(session.state().kind()).isEqualTo(MergeState.Kind.NONE);
    }

    @Test
    void aPromptThatOneSideDeletedAndTheOtherChangedIsChosenAsAWhole() throws IOException {
        onOther("prompts/a.prompt", PROMPT.replace("Two.", "Zwei."));
        git.run("rm", "-q", "prompts/a.prompt");
        commit("Delete");

        assertThat(merger.merge("other")).isInstanceOf(Conflicted.class);
        assertThat(conflicts.list()).extracting(ConflictedFile::kind).containsExactly(Kind.DELETED_BY_US);
        conflicts.resolve("prompts/a.prompt", Choice.THEIRS);
        session.finish("");

        assertThat(read("prompts/a.prompt")).contains("Zwei.");
        isWhole();
    }

    @Test
    void twoNewNamesForOnePromptAreAConflictOfNames() throws IOException {
        git.run("switch", "-q", "other");
        git.run("mv", "prompts/a.prompt", "prompts/theirs.prompt");
        commit("Theirs");
        git.run("switch", "-q", "main");
        git.run("mv", "prompts/a.prompt", "prompts/ours.prompt");
        commit("Ours");

        assertThat(merger.merge("other")).isInstanceOf(Conflicted.class);
        assertThat(conflicts.list())
                .extracting(ConflictedFile::kind)
                .containsExactly(Kind.RENAMED_AWAY, Kind.RENAMED_BY_US, Kind.RENAMED_BY_THEM);
        for (String path : List.of("prompts/a.prompt", "prompts/ours.prompt", "prompts/theirs.prompt")) {
            conflicts.resolve(path, Choice.THEIRS);
        }
        session.finish("");

        assertThat(git.run("ls-files", "prompts")).isEqualTo("prompts/theirs.prompt");
        isWhole();
    }

    @Test
    void aFileThatIsNoTextIsChosenAsAWhole() throws IOException {
        Files.write(root.resolve("prompts/picture.png"), new byte[] {0, 1, 2});
        commit("Picture");
        git.run("branch", "-f", "other");
        git.run("switch", "-q", "other");
        Files.write(root.resolve("prompts/picture.png"), new byte[] {0, 9});
        commit("Theirs");
        git.run("switch", "-q", "main");
        Files.write(root.resolve("prompts/picture.png"), new byte[] {0, 5});
        commit("Ours");

        merger.merge("other");
        assertThat(conflicts.list()).extracting(ConflictedFile::kind).containsExactly(Kind.BINARY);
        conflicts.resolve("prompts/picture.png", Choice.THEIRS);
        session.finish("");

        assertThat(Files.readAllBytes(root.resolve("prompts/picture.png"))).containsExactly(0, 9);
        isWhole();
    }

    @Test
    void aRebaseThatIsUnderWayIsToldAndNotTouched() throws IOException {
        onOther("prompts/a.prompt", PROMPT.replace("Two.", "Zwei."));
        write("prompts/a.prompt", PROMPT.replace("Two.", "Deux."));
        commit("Ours");
        assertThatThrownBy(() -> git.run("rebase", "other")).isInstanceOf(AssertionError.class);

        assertThat(session.state().kind()).isEqualTo(MergeState.Kind.OTHER);
        assertThatThrownBy(() -> merger.merge("other")).hasMessageContaining("with git");
        assertThatThrownBy(session::abort).hasMessageContaining("with git");
    }

    @Test
    void branchesThatWereMergedCrosswiseMergeAgain() throws IOException {
        onOther("prompts/b.prompt", "b1\n");
        write("prompts/c.prompt", "c1\n");
        commit("C");
        git.run("branch", "cross");
        git.run("merge", "-q", "other", "-m", "X");
        git.run("switch", "-q", "other");
        git.run("merge", "-q", "cross", "-m", "Y");
        write("prompts/b.prompt", "b2\n");
        commit("B2");
        git.run("switch", "-q", "main");
        write("prompts/c.prompt", "c2\n");
        commit("C2");

        assertThat(merger.merge("other")).isInstanceOf(Merged.class);
        assertThat(read("prompts/b.prompt")).isEqualTo("b2\n");
        assertThat(read("prompts/c.prompt")).isEqualTo("c2\n");
    }

    @Test
    void plainFilesMergeAsGitMergesThem() throws IOException {
        var random = new Random(42);
        for (int round = 0; round < 12; round++) {
            git.run("switch", "-q", "-C", "left" + round, "main");
            for (int i = 0; i < 4; i++) {
                write("t" + round + "/" + i + ".txt", lines(random, i));
            }
            commit("Base");
            git.run("branch", "right" + round);
            scramble(random, "t" + round);
            commit("Left");
            git.run("switch", "-q", "right" + round);
            scramble(random, "t" + round);
            commit("Right");
            String left = "left" + round;
            String right = "right" + round;
            if (merger.merge(left) instanceof Merged) {
                assertThat(git.run("rev-parse", "HEAD^{tree}"))
                        .isEqualTo(git.run("merge-tree", "--write-tree", "HEAD^1", left));
            } else {
                session.abort();
                assertThatThrownBy(() -> git.run("merge-tree", "--write-tree", right, left))
                        .isInstanceOf(AssertionError.class);
            }
            assertThat(git.run("status", "--porcelain")).isEmpty();
        }
    }

    private static String lines(Random random, int file) {
        var text = new StringBuilder();
        for (int line = 0; line < 30; line++) {
            text.append(file)
                    .append(' ')
                    .append(line)
                    .append(' ')
                    .append(random.nextInt(1000))
                    .append('\n');
        }
        return text.toString();
    }

    private void scramble(Random random, String folder) throws IOException {
        write(folder + "/mark-" + random.nextInt(1_000_000) + ".txt", "mark " + random.nextInt() + "\n");
        for (int i = 0; i < 4; i++) {
            Path file = root.resolve(folder + "/" + i + ".txt");
            switch (random.nextInt(4)) {
                case 0 -> {
                    List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
                    lines.set(random.nextInt(lines.size()), "changed " + random.nextInt(1000));
                    Files.write(file, lines);
                }
                case 1 -> Files.move(file, root.resolve(folder + "/" + i + "-moved-" + random.nextInt(2) + ".txt"));
                default -> {}
            }
        }
    }
}
