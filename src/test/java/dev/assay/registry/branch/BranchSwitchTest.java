package dev.assay.registry.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.llm.InputException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.branch.SwitchOutcome.Blocked;
import dev.assay.registry.branch.SwitchOutcome.Carried;
import dev.assay.registry.branch.SwitchOutcome.CarriedWithConflicts;
import dev.assay.registry.branch.SwitchOutcome.Switched;
import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchSwitchTest {
    private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

    @TempDir
    private Path root;

    private GitWorkspace workspace;
    private GitCommand git;
    private Branches branches;
    private BranchSwitch switching;
    private Stashes stashes;
    private Tags tags;

    @BeforeEach
    void aRepositoryWithTwoBranches() throws IOException {
        assumeThat(GitCommand.isInstalled()).describedAs("git is installed").isTrue();
        GitWorkspace.create(root);
        workspace = GitWorkspace.open(root);
        git = new GitCommand(root);
        git.run("config", "user.name", "Ada");
        git.run("config", "user.email", "ada@example.org");
        branches = new Branches(workspace);
        switching = new BranchSwitch(workspace);
        stashes = new Stashes(workspace);
        tags = new Tags(workspace);
        write("a.txt", TEN);
        write("b.txt", "b\n");
        commit("Begin");
        git.run("switch", "-q", "-c", "tone/warm");
        write("a.txt", TEN.replace("2\n", "two\n"));
        commit("Two");
        git.run("switch", "-q", "main");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }

    private String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private void commit(String message) {
        git.run("add", "-A");
        git.run("commit", "-qm", message);
    }

    @Test
    void branchesAreListedWithTheirLastCommit() {
        assertThat(branches.list()).extracting(Branch::name).containsExactly("main", "tone/warm");
        assertThat(branches.list().getFirst().isCurrent()).isTrue();
        assertThat(branches.list().getLast().last().subject()).isEqualTo("Two");
    }

    @Test
    void aCleanSwitchIsWhatGitSees() throws IOException {
        assertThat(switching.to("tone/warm", false)).isEqualTo(new Switched("tone/warm"));

        assertThat(git.run("branch", "--show-current")).isEqualTo("tone/warm");
        assertThat(read("a.txt")).contains("two");
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(git.run("reflog", "-1", "--format=%gs")).isEqualTo("checkout: moving from main to tone/warm");
        git.run("switch", "-q", "-");
    }

    @Test
    void changesThatAreNotInTheWayComeAlong() throws IOException {
        write("b.txt", "changed\n");
        assertThat(switching.to("tone/warm", false)).isEqualTo(new Switched("tone/warm"));
        assertThat(read("b.txt")).isEqualTo("changed\n");
    }

    @Test
    void changesInTheWayBlockUntilTheyAreCarried() throws IOException {
        write("a.txt", TEN.replace("9\n", "nine\n"));

        assertThat(switching.to("tone/warm", false)).isEqualTo(new Blocked("tone/warm", List.of("a.txt")));
        assertThat(branches.current()).isEqualTo("main");
        assertThat(switching.to("tone/warm", true)).isEqualTo(new Carried("tone/warm"));

        assertThat(read("a.txt")).contains("two").contains("nine");
        assertThat(stashes.list()).isEmpty();
        assertThat(git.run("status", "--porcelain")).isEqualTo("M a.txt");
    }

    @Test
    void carriedChangesThatConflictKeepTheirStash() throws IOException {
        write("a.txt", TEN.replace("2\n", "zwei\n"));

        var outcome = switching.to("tone/warm", true);

        assertThat(outcome).isEqualTo(new CarriedWithConflicts("tone/warm", "stash@{0}", List.of("a.txt")));
        assertThat(stashes.list().getFirst().message()).isEqualTo("On main: switching from main to tone/warm");
        assertThat(git.run("status", "--porcelain")).isEqualTo("UU a.txt");
        assertThat(git.run("stash", "show", "-p")).contains("+zwei");
    }

    @Test
    void aFileThatGitDoesNotKnowIsNeverOverwritten() throws IOException {
        git.run("switch", "-q", "tone/warm");
        write("new.txt", "theirs\n");
        commit("New");
        git.run("switch", "-q", "main");
        write("new.txt", "mine\n");

        assertThatThrownBy(() -> switching.to("tone/warm", true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("new.txt");
        assertThat(read("new.txt")).isEqualTo("mine\n");
        assertThat(branches.current()).isEqualTo("main");
    }

    @Test
    void branchesAreMadeRenamedAndDeleted() {
        branches.create("try", null);
        branches.rename("try", "try-2");
        assertThat(git.run("branch", "--list")).contains("try-2");
        branches.delete("try-2", false);

        assertThatThrownBy(() -> branches.delete("tone/warm", false)).hasMessageContaining("not merged");
        branches.delete("tone/warm", true);
        assertThat(git.run("branch", "--list")).isEqualTo("* main");
        assertThatThrownBy(() -> branches.delete("main", true)).hasMessageContaining("checked out");
        assertThatThrownBy(() -> branches.create("--force", null)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> branches.create("a..b", null)).isInstanceOf(InputException.class);
    }

    @Test
    void aBranchThatAnotherFolderHasCheckedOutIsLeftAlone(@TempDir Path other) {
        git.run("worktree", "add", "-q", other.resolve("w").toString(), "tone/warm");

        assertThatThrownBy(() -> switching.to("tone/warm", false)).hasMessageContaining("another folder");
        assertThatThrownBy(() -> branches.delete("tone/warm", true)).hasMessageContaining("checked out");
    }

    @Test
    void aStashOfGitIsAppliedWithItsNewAndUntrackedFiles() throws IOException {
        write("a.txt", TEN.replace("9\n", "nine\n"));
        write("staged.txt", "staged\n");
        git.run("add", "staged.txt");
        write("untracked.txt", "untracked\n");
        git.run("stash", "push", "-q", "-u", "-m", "everything");

        assertThat(stashes.list()).extracting(Stash::message).containsExactly("On main: everything");
        assertThat(stashes.apply(0)).isEmpty();
        assertThat(git.run("status", "--porcelain").lines().map(String::strip))
                .containsExactly("M a.txt", "A  staged.txt", "?? untracked.txt");
        stashes.drop(0);
        assertThat(git.run("stash", "list")).isEmpty();
        assertThatThrownBy(() -> stashes.drop(0)).hasMessageContaining("nothing is stashed");
    }

    @Test
    void whatWeStashGitPops() throws IOException {
        write("a.txt", TEN.replace("9\n", "nine\n"));
        assertThat(stashes.create("later").name()).isEqualTo("stash@{0}");
        assertThat(read("a.txt")).isEqualTo(TEN);

        git.run("stash", "pop");
        assertThat(read("a.txt")).contains("nine");
        assertThatThrownBy(() -> stashes.apply(5)).isInstanceOf(InputException.class);
    }

    @Test
    void tagsAreMadeAndDeletedAsGitKnowsThem() {
        tags.create("v1", "First that works", null);
        tags.create("light", "", "tone/warm");

        assertThat(git.run("cat-file", "-t", "v1")).isEqualTo("tag");
        assertThat(git.run("cat-file", "-t", "light")).isEqualTo("commit");
        assertThat(tags.list()).extracting(Tag::name).containsExactlyInAnyOrder("v1", "light");
        assertThatThrownBy(() -> tags.create("v1", "", null)).hasMessageContaining("already");
        tags.delete("v1");
        assertThat(git.run("tag")).isEqualTo("light");
    }
}
