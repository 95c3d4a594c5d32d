package dev.assay.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.branch.Branches;
import dev.assay.registry.branch.Tags;
import dev.assay.registry.conflict.MergeOutcome;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.remote.PullOutcome.Joined;
import dev.assay.registry.remote.RefChange.Kind;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.registry.remote.transport.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada uses Assay, Bea uses git; both share a bare repository. */
class RemoteExchangeTest {
    private static final Pusher.Request PLAIN = Pusher.Request.PLAIN;

    @TempDir
    private Path folder;

    private Path root;
    private GitWorkspace workspace;
    private GitCommand ada;
    private GitCommand bea;
    private Pusher pusher;
    private Synchronizer synchronizer;

    @BeforeEach
    void twoUsersOfOneRemote() throws IOException {
        assumeThat(GitCommand.isInstalled()).describedAs("git is installed").isTrue();
        root = folder.resolve("ada");
        GitWorkspace.create(root);
        workspace = GitWorkspace.open(root);
        ada = new GitCommand(root);
        ada.run("config", "user.name", "Ada");
        ada.run("config", "user.email", "ada@example.org");
        new GitCommand(folder).run("init", "-q", "--bare", "-b", "main", "shared.git");
        new Remotes(workspace).add("origin", folder.resolve("shared.git").toString());
        pusher = new Pusher(workspace, UserEnvironment.ofProcess(false));
        synchronizer = new Synchronizer(workspace, UserEnvironment.ofProcess(false));
        commit(ada, root, "a.txt", "1\n");
        push(PLAIN);
        new GitCommand(folder).run("clone", "-q", "shared.git", "bea");
        bea = new GitCommand(folder.resolve("bea"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static void commit(GitCommand git, Path folder, String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        git.run("add", "-A");
        git.run("commit", "-qm", "Write " + file);
    }

    private void beaPushes(String file, String text) throws IOException {
        commit(bea, folder.resolve("bea"), file, text);
        bea.run("push", "-q");
    }

    private PushOutcome push(Pusher.Request request) {
        return pusher.push(request, CredentialPrompt.NONE, Progress.NONE);
    }

    private PullOutcome pull() {
        return synchronizer.pull(CredentialPrompt.NONE, Progress.NONE);
    }

    private List<RefChange> fetch(String remote) {
        return synchronizer.fetch(remote, CredentialPrompt.NONE, Progress.NONE);
    }

    @Test
    void theFirstPushSetsTheUpstreamAndTheNextHasNothingToDo() throws IOException {
        ada.run("switch", "-qc", "tone/warm");
        commit(ada, root, "b.txt", "b\n");

        PushOutcome first = push(PLAIN);

        assertThat(first)
                .isEqualTo(new PushOutcome("origin", "tone/warm", List.of(new RefChange("tone/warm", Kind.NEW)), true));
        assertThat(ada.run("rev-parse", "--abbrev-ref", "@{upstream}")).isEqualTo("origin/tone/warm");
        assertThat(push(PLAIN).changes()).isEmpty();
        assertThat(push(PLAIN).upstreamSet()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD^{tree}", "HEAD:b.txt", "HEAD~1^{commit}"})
    void whatIsLostHereIsToldBeforeAnythingIsSent(String lost) throws IOException {
        commit(ada, root, "a2.txt", "a2\n");
        commit(ada, root, "b.txt", "b\n");
        // Else the remote would be waited for much longer.
        ada.run("config", "remote.origin.timeout", "1");
        String id = ada.run("rev-parse", lost).strip();
        Files.delete(root.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));

        assertThatThrownBy(() -> push(PLAIN))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("Cannot push to origin: the repository ")
                .hasMessageContaining("has lost the object " + id)
                .hasMessageContaining("git fsck");
    }

    @Test
    void aFetchBringsCommitsAndTagsButChangesNothingOnDisk() throws IOException {
        beaPushes("b.txt", "b\n");
        bea.run("push", "-q", "origin", "HEAD:trial");
        bea.run("tag", "v1");
        bea.run("push", "-q", "--tags");

        assertThat(fetch(""))
                .containsExactlyInAnyOrder(
                        new RefChange("origin/main", Kind.UPDATED),
                        new RefChange("origin/trial", Kind.NEW),
                        new RefChange("v1", Kind.NEW));
        assertThat(root.resolve("b.txt")).doesNotExist();
        assertThat(new Branches(workspace).list().getFirst().behind()).isEqualTo(1);
        assertThat(fetch("origin")).isEmpty();
    }

    @Test
    void aBranchThatWasRewrittenThereIsToldAsForced() throws IOException {
        beaPushes("b.txt", "b\n");
        fetch("");
        bea.run("commit", "-q", "--amend", "-m", "Another");
        bea.run("push", "-qf");

        assertThat(fetch("")).containsExactly(new RefChange("origin/main", Kind.FORCED));
    }

    @Test
    void aBranchDeletedThereIsToldWherePruningIsConfigured() {
        bea.run("push", "-q", "origin", "HEAD:trial");
        fetch("");
        bea.run("push", "-q", "origin", ":trial");
        ada.run("config", "fetch.prune", "true");

        assertThat(fetch("")).containsExactly(new RefChange("origin/trial", Kind.DELETED));
        assertThat(ada.run("branch", "-r")).doesNotContain("trial");
    }

    @Test
    void aPullMovesOnWhereNothingIsOurOwn() throws IOException {
        beaPushes("b.txt", "b\n");

        var joined = (Joined) pull();

        assertThat(joined.upstream()).isEqualTo("origin/main");
        assertThat(joined.merge()).isInstanceOf(MergeOutcome.FastForward.class);
        assertThat(root.resolve("b.txt")).hasContent("b");
        assertThat(ada.run("status", "--porcelain")).isEmpty();
        assertThat(((Joined) pull()).merge()).isInstanceOf(MergeOutcome.UpToDate.class);
    }

    @Test
    void aPullNeverBringsAFolderThatBelongsToOneComputer() throws IOException {
        Files.createDirectories(folder.resolve("bea/.assay"));
        Files.writeString(folder.resolve("bea/.assay/history.mv.db"), "evil");
        bea.run("add", "-f", ".assay/history.mv.db");
        bea.run("commit", "-qm", "Add a history");
        bea.run("push", "-q");

        assertThatThrownBy(this::pull)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds the folder .assay");
        assertThat(root.resolve(".assay/history.mv.db")).doesNotExist();
    }

    @Test
    void aRejectedPushTellsTheMendWhichThenWorks() throws IOException {
        beaPushes("b.txt", "b\n");
        commit(ada, root, "c.txt", "c\n");

        assertThatThrownBy(() -> push(PLAIN))
                .isInstanceOf(InputException.class)
                .hasMessage("origin has commits on 'main' that 'main' has not: pull first, then push");
        assertThat(((Joined) pull()).merge()).isInstanceOf(MergeOutcome.Merged.class);
        assertThat(push(PLAIN).changes()).containsExactly(new RefChange("main", Kind.UPDATED));
        bea.run("pull", "-q");
        assertThat(folder.resolve("bea/c.txt")).hasContent("c");
        assertThat(bea.run("fsck", "--no-progress")).isEmpty();
    }

    @Test
    void aPullThatConflictsLeavesWhatGitCanFinish() throws IOException {
        beaPushes("a.txt", "two\n");
        commit(ada, root, "a.txt", "zwei\n");

        var joined = (Joined) pull();

        assertThat(joined.merge()).isEqualTo(new MergeOutcome.Conflicted(List.of("a.txt")));
        assertThat(ada.run("diff", "--name-only", "--diff-filter=U")).isEqualTo("a.txt");
        assertThatThrownBy(this::pull).isInstanceOf(InputException.class).hasMessageContaining("under way");
        ada.run("checkout", "--theirs", "a.txt");
        ada.run("add", "a.txt");
        ada.run("commit", "-q", "--no-edit");
        assertThat(push(PLAIN).changes()).hasSize(1);
    }

    @Test
    void aPullRebasesWhereGitIsConfiguredSo() throws IOException {
        ada.run("config", "pull.rebase", "true");
        beaPushes("b.txt", "b\n");
        commit(ada, root, "c.txt", "c\n");

        assertThat(pull())
                .isEqualTo(
                        new PullOutcome.Rebased("origin/main", List.of(new RefChange("origin/main", Kind.UPDATED)), 1));
        assertThat(ada.run("log", "--format=%s", "-2")).isEqualTo("Write c.txt\nWrite b.txt");
    }

    @Test
    void aRebaseThatConflictsChangesNothing() throws IOException {
        ada.run("config", "pull.rebase", "true");
        beaPushes("a.txt", "two\n");
        commit(ada, root, "a.txt", "zwei\n");

        assertThatThrownBy(this::pull).isInstanceOf(InputException.class).hasMessageContaining("merge origin/main");
        assertThat(root.resolve("a.txt")).hasContent("zwei");
        assertThat(ada.run("status", "--porcelain", "--branch")).contains("main...origin/main [ahead 1, behind 1]");
    }

    @Test
    void tagsGoAlongOnlyWhereAsked() {
        new Tags(workspace).create("v1", "First", null);

        assertThat(push(PLAIN).changes()).isEmpty();
        assertThat(push(new Pusher.Request("", true, false)).changes()).containsExactly(new RefChange("v1", Kind.NEW));
        bea.run("fetch", "-q", "--tags");
        assertThat(bea.run("cat-file", "-t", "v1")).isEqualTo("tag");
    }

    @Test
    void aForcedPushNeverReplacesWhatWasNotSeen() throws IOException {
        beaPushes("b.txt", "b\n");
        ada.run("commit", "-q", "--amend", "-m", "Begin anew");
        var force = new Pusher.Request("", false, true);

        assertThatThrownBy(() -> push(force)).isInstanceOf(InputException.class).hasMessageContaining("fetch and look");
        fetch("");
        assertThat(push(force).changes()).containsExactly(new RefChange("main", Kind.FORCED));
    }

    @Test
    void whatAHookThereSaysIsPassedOn() throws IOException {
        Path hook = folder.resolve("shared.git/hooks/pre-receive");
        Files.writeString(hook, "#!/bin/sh\necho 'Prompts are frozen' >&2\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        commit(ada, root, "b.txt", "b\n");

        assertThatThrownBy(() -> push(PLAIN))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("origin refuses 'main'")
                .hasMessageContaining("Prompts are frozen");
    }

    @Test
    void whatCannotBeReachedIsNamedWithItsMend() throws IOException {
        assertThatThrownBy(() -> fetch("orign"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is origin");
        ada.run("remote", "set-url", "origin", folder.resolve("gone.git").toString());
        assertThatThrownBy(() -> fetch(""))
                .hasMessageContaining("fetch from origin")
                .hasMessageContaining("gone.git");
        ada.run("switch", "-q", "--detach");
        assertThatThrownBy(this::pull).isInstanceOf(InputException.class).hasMessageContaining("switch to one");
        assertThatThrownBy(() -> push(PLAIN)).isInstanceOf(InputException.class).hasMessageContaining("switch to one");
        ada.run("switch", "-qc", "alone");
        assertThatThrownBy(this::pull).isInstanceOf(InputException.class).hasMessageContaining("push it once");
    }

    @Test
    void progressIsToldAndMayStopTheFetch() throws IOException {
        beaPushes("b.txt", "b\n");
        var tasks = new ArrayList<String>();
        Progress stopping = new Progress() {
            @Override
            public void at(String task, int done, int total) {
                tasks.add(task);
            }

            @Override
            public boolean isCancelled() {
                return !tasks.isEmpty();
            }
        };

        assertThatThrownBy(() -> synchronizer.fetch("", CredentialPrompt.NONE, stopping))
                .isInstanceOf(CancelledException.class);
        assertThat(tasks).isNotEmpty();
        assertThat(fetch("")).containsExactly(new RefChange("origin/main", Kind.UPDATED));
    }

    @Test
    void aRemoteIsForgottenWithItsBranchesAndItsPasswordIsNeverShown() {
        var remotes = new Remotes(workspace);
        remotes.add("web", "https://ada:secret@example.org/prompts.git");

        assertThat(remotes.list()).contains(new Remote("web", "https://ada@example.org/prompts.git"));
        assertThatThrownBy(() -> remotes.add("web", "https://example.org/x.git"))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> remotes.add("evil", "ssh://-oProxyCommand=x/y"))
                .isInstanceOf(InputException.class);
        remotes.remove("origin");
        assertThat(ada.run("branch", "-r")).isEmpty();
        assertThatThrownBy(this::pull).hasMessageContaining("no upstream");
    }
}
