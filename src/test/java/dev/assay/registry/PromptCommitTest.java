package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits, seen by the git of the command line. */
class PromptCommitTest {
    private static final Author ADA = new Author("Ada Lovelace", "ada@example.org");

    @TempDir
    Path folder;

    private Path root;
    private GitPromptRegistry registry;
    private GitCommand git;

    @BeforeEach
    void create() throws IOException {
        assumeTrue(GitCommand.isInstalled());
        root = folder.toRealPath();
        registry = GitPromptRegistry.create(root);
        git = new GitCommand(root);
        registry.commit(List.of(".gitignore", ".gitattributes"), "Begin", ADA);
    }

    @AfterEach
    void repositoryIsSound() {
        registry.close();
        assertThat(git.run("fsck", "--strict", "--no-dangling")).isEmpty();
    }

    @Test
    void gitSeesTheCommitWithItsAuthorAndMessage() {
        registry.save("a", "one\n");
        var commit = registry.commit(List.of("prompts/a.prompt"), "Add a\n\nIt says one.", ADA);
        assertThat(git.run("log", "-1", "--format=%H|%an|%ae|%cn|%s|%b"))
                .isEqualTo(commit.commitId() + "|Ada Lovelace|ada@example.org|Ada Lovelace|Add a|It says one.");
        assertThat(git.run("rev-parse", "HEAD:prompts/a.prompt")).isEqualTo(commit.blobId());
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void whatIsStagedElsewhereStaysStagedAndUncommitted() throws IOException {
        registry.save("a", "one\n");
        registry.save("b", "two\n");
        Files.writeString(root.resolve("notes.txt"), "note\n");
        git.run("add", "prompts/b.prompt", "notes.txt");
        registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
        assertThat(git.run("show", "--format=", "--name-only", "HEAD")).isEqualTo("prompts/a.prompt");
        assertThat(git.run("status", "--porcelain")).isEqualTo("A  notes.txt\nA  prompts/b.prompt");
    }

    @Test
    void aStagedVersionOfTheFileGivesWayToTheOneOnDisk() {
        registry.save("a", "staged\n");
        git.run("add", "prompts/a.prompt");
        registry.save("a", "on disk\n");
        registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
        assertThat(git.run("show", "HEAD:prompts/a.prompt")).isEqualTo("on disk");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void aDeletedFileIsCommittedAsDeleted() throws IOException {
        registry.save("a", "one\n");
        registry.save("b", "one\n");
        registry.commit(List.of("prompts"), "Add both", ADA);
        Files.delete(root.resolve("prompts/a.prompt"));
        git.run("rm", "-q", "prompts/b.prompt");
        var deleted = registry.commit(List.of("prompts/a.prompt"), "Delete a", ADA);
        assertThat(deleted.blobId()).isEmpty();
        assertThat(git.run("ls-files", "-s", "prompts/a.prompt")).isEmpty();
        assertThat(git.run("status", "--porcelain")).isEqualTo("D  prompts/b.prompt");
        registry.commit(List.of("prompts/b.prompt"), "Delete b", ADA);
        assertThat(git.run("ls-tree", "-r", "--name-only", "HEAD")).isEqualTo(".gitattributes\n.gitignore");
    }

    @Test
    void windowsLineEndsAreStoredAsGitWouldStoreThem() {
        git.run("config", "core.autocrlf", "true");
        registry.save("a", "one\r\ntwo\r\n");
        var commit = registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
        assertThat(git.run("cat-file", "-s", commit.blobId())).isEqualTo("8");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void commitsOfBothToolsFollowEachOther() {
        registry.save("a", "one\n");
        registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
        registry.save("a", "two\n");
        git.run("commit", "-q", "-a", "-m", "Change a by git");
        registry.save("a", "three\n");
        registry.commit(List.of("prompts/a.prompt"), "Change a again", ADA);
        assertThat(git.run("log", "--format=%s")).isEqualTo("Change a again\nChange a by git\nAdd a\nBegin");
        assertThat(registry.log("a"))
                .extracting(PromptRevision::subject)
                .containsExactly("Change a again", "Change a by git", "Add a");
    }

    @Test
    void nothingToCommitIsSaid() {
        registry.save("a", "one\n");
        registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
        refused(List.of("prompts/a.prompt"), "Again", "Nothing to commit");
        refused(List.of("prompts/gone.prompt"), "Again", "There is no file prompts/gone.prompt");
        refused(List.of(), "Again", "Nothing to commit");
        refused(List.of("prompts/a.prompt"), " \n", "message");
        refused(List.of("../other"), "Again", "not a file of the workspace");
        refused(List.of(".git/config"), "Again", "not a file of the workspace");
        assertThat(git.run("log", "--format=%s")).isEqualTo("Add a\nBegin");
    }

    @Test
    void anIgnoredFileIsNotCommitted() throws IOException {
        Files.createDirectories(root.resolve(".assay"));
        Files.writeString(root.resolve(".assay/drafts"), "x");
        refused(List.of(".assay/drafts"), "Add drafts", "ignored by .gitignore");
    }

    @Test
    void aHeldLockIsNamedWithItsAge() throws IOException {
        registry.save("a", "one\n");
        Path lock = Files.createFile(root.resolve(".git/index.lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
        assertThatThrownBy(() -> registry.commit(List.of("prompts/a.prompt"), "Add a", ADA))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(lock.toString())
                .hasMessageContaining("for 3 h 0 min")
                .hasMessageContaining("delete that file");
        Files.delete(lock);
        registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
    }

    @Test
    void aLockHeldForAMomentIsWaitedFor() throws IOException {
        registry.save("a", "one\n");
        Path lock = Files.createFile(root.resolve(".git/index.lock"));
        CompletableFuture.runAsync(
                () -> lock.toFile().delete(), CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
        registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
        assertThat(lock).doesNotExist();
    }

    @Test
    void aHookThatRefusesIsQuoted() throws IOException {
        Path hook = Files.createDirectories(root.resolve(".git/hooks")).resolve("commit-msg");
        Files.writeString(hook, "#!/bin/sh\necho 'Name the ticket' >&2\nexit 1\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        registry.save("a", "one\n");
        refused(List.of("prompts/a.prompt"), "Add a", "commit-msg hook");
        refused(List.of("prompts/a.prompt"), "Add a", "Name the ticket");
    }

    @Test
    void aMergeUnderWayIsNotDisturbed() throws IOException {
        registry.save("a", "one\n");
        registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
        git.run("checkout", "-q", "-b", "other");
        registry.save("a", "other\n");
        registry.commit(List.of("prompts/a.prompt"), "Other a", ADA);
        git.run("checkout", "-q", "main");
        registry.save("a", "main\n");
        registry.commit(List.of("prompts/a.prompt"), "Main a", ADA);
        assertThatThrownBy(() -> git.run("merge", "other")).hasMessageContaining("CONFLICT");
        assertThat(registry.list().getFirst().status()).isEqualTo(GitStatus.CONFLICT);
        refused(List.of("prompts/a.prompt"), "Mend a", "finish or abort it with git");
    }

    private void refused(List<String> files, String message, String reason) {
        assertThatThrownBy(() -> registry.commit(files, message, ADA))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aLockWithATimeInTheFutureIsNotWaitedForForEver() throws IOException {
        registry.save("a", "one\n");
        Path lock = Files.createFile(root.resolve(".git/index.lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().plus(Duration.ofDays(1))));
        assertThatThrownBy(() -> registry.commit(List.of("prompts/a.prompt"), "Add a", ADA))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Git is locked by");
        Files.delete(lock);
    }

    @Test
    void aCommitThatCannotBeSignedIsNotMade() {
        git.run("config", "commit.gpgSign", "true");
        git.run("config", "gpg.format", "ssh");
        registry.save("a", "one\n");
        refused(List.of("prompts/a.prompt"), "Add a", "user.signingKey");
        assertThat(root.resolve(".git/index.lock")).doesNotExist();
    }

    @Test
    void anIndexThatIsDamagedIsSaidInOneLine() throws IOException {
        registry.save("a", "one\n");
        byte[] index = Files.readAllBytes(root.resolve(".git/index"));
        Files.writeString(root.resolve(".git/index"), "no index at all");
        assertThatThrownBy(registry::list)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Git cannot read the status");
        Files.write(root.resolve(".git/index"), index);
    }

    @Test
    void aFilterThatFailsIsSaidWithoutClassNames() throws IOException {
        registry.save("a", "one\n");
        Files.writeString(root.resolve(".gitattributes"), "*.prompt filter=broken\n");
        git.run("config", "filter.broken.clean", "false");
        git.run("config", "filter.broken.required", "true");
        assertThatThrownBy(() -> registry.save("a", "two\n"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("filter command 'false'")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void aSecondWorkTreeCommitsToItsOwnBranch() {
        git.run("worktree", "add", "-q", "../" + root.getFileName() + "-other", "-b", "other");
        Path other = root.resolveSibling(root.getFileName() + "-other");
        try (var second = GitPromptRegistry.open(other)) {
            second.save("b", "two\n");
            String commit =
                    second.commit(List.of("prompts/b.prompt"), "Add b", ADA).commitId();
            assertThat(second.branch()).isEqualTo("other");
            assertThat(git.run("rev-parse", "other")).isEqualTo(commit);
            assertThat(git.run("rev-parse", "main")).isNotEqualTo(commit);
        }
        git.run("worktree", "remove", other.toString());
    }

    @Test
    void withoutABranchTheCommitGoesToHead() {
        git.run("checkout", "-q", "--detach");
        registry.save("a", "one\n");
        String commit =
                registry.commit(List.of("prompts/a.prompt"), "Add a", ADA).commitId();
        assertThat(git.run("rev-parse", "HEAD")).isEqualTo(commit);
        git.run("checkout", "-q", "main");
    }

    @Test
    void theFirstCommitOfARepositoryLeavesOthersStaged() throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));
        var its = new GitCommand(empty);
        try (var fresh = GitPromptRegistry.create(empty)) {
            fresh.save("näive/日本", "one\n");
            its.run("add", ".gitignore");
            fresh.commit(List.of("prompts/näive/日本.prompt"), "Begin", ADA);
        }
        assertThat(its.run("status", "--porcelain")).isEqualTo("A  .gitignore\n?? .gitattributes");
    }
}
