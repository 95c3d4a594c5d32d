package dev.assay.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.branch.Branch;
import dev.assay.registry.branch.SwitchOutcome;
import dev.assay.registry.conflict.ConflictedFile;
import dev.assay.registry.conflict.MergeOutcome;
import dev.assay.registry.conflict.MergeState;
import dev.assay.registry.git.Author;
import dev.assay.registry.merge.Choice;
import dev.assay.registry.remote.PullOutcome;
import dev.assay.registry.remote.Pusher;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository of a real workspace, as window and command line use it. */
class RepositoryTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");
    private static final String FILE = "prompts/greet.prompt";

    @TempDir
    Path folder;

    private Workbench workbench;
    private Repository repository;

    @BeforeEach
    void openAWorkspaceWithACommit() throws Exception {
        Path root = folder.resolve("workspace");
        Workspaces.locate(root, folder, Map.of());
        try (var git = Git.open(root.toFile())) {
            var config = git.getRepository().getConfig();
            config.setString("user", null, "name", "Ada");
            config.setString("user", null, "email", "ada@example.org");
            config.save();
        }
        workbench = Workbench.open(root, "a test", notice -> {}, Map.of());
        repository = workbench.repository(false);
        commit("temperature: 0\n");
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private void commit(String setting) {
        workbench.registry().save("greet", "---\nmodel: offline/brief\nconfig:\n  " + setting + "---\nSay hello.\n");
        workbench.registry().commit(List.of(FILE), "Set " + setting.strip(), ADA);
    }

    @Test
    void editsAreCarriedToAnotherBranch() {
        repository.createBranch("trial", null);
        commit("temperature: 1\n");
        workbench
                .registry()
                .save("greet", "---\nmodel: offline/brief\nconfig:\n  temperature: 1\n---\nSay hello and smile.\n");

        assertThat(repository.switchTo("trial", false)).isInstanceOf(SwitchOutcome.Blocked.class);
        assertThat(repository.switchTo("trial", true)).isInstanceOf(SwitchOutcome.Carried.class);
        assertThat(repository.currentBranch()).isEqualTo("trial");
        assertThat(workbench.root().resolve(FILE)).content().contains("temperature: 0", "and smile");
    }

    @Test
    void aConflictIsSettledAndTheMergeFinished() {
        repository.createBranch("trial", null);
        commit("temperature: 1\n");
        repository.switchTo("trial", false);
        commit("temperature: 2\n");

        assertThat(repository.merge("main")).isInstanceOf(MergeOutcome.Conflicted.class);
        assertThat(repository.conflicts()).extracting(ConflictedFile::path).containsExactly(FILE);
        repository.resolve(FILE, Choice.THEIRS);
        String id = repository.finishMerge("");

        assertThat(id).hasSize(40);
        assertThat(repository.state().kind()).isEqualTo(MergeState.Kind.NONE);
        assertThat(workbench.root().resolve(FILE)).content().contains("temperature: 1");
    }

    @Test
    void aBranchIsPushedAndPulledByAnother() throws Exception {
        Path remote = Files.createDirectory(folder.resolve("remote.git"));
        Git.init().setBare(true).setDirectory(remote.toFile()).call().close();
        repository.addRemote("origin", remote.toString());

        var pushed = repository.push(Pusher.Request.PLAIN, CredentialPrompt.NONE, Progress.NONE);
        assertThat(pushed.upstreamSet()).isTrue();
        commit("temperature: 1\n");
        assertThat(repository.branches().getFirst()).extracting(Branch::ahead).isEqualTo(1);
        assertThat(repository.pull(CredentialPrompt.NONE, Progress.NONE)).isInstanceOf(PullOutcome.Joined.class);
    }
}
