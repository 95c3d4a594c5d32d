package dev.assay.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.llm.AssayException;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workspaces that are made out of a remote, some of them with bad intent. */
class ClonerTest {
    @TempDir
    private Path folder;

    private SharedPrompts shared;
    private Path to;

    @BeforeEach
    void aRemote() throws IOException {
        assumeThat(GitCommand.isInstalled()).describedAs("git is installed").isTrue();
        shared = new SharedPrompts(folder);
        to = folder.resolve("clones/mine");
    }

    @AfterEach
    void close() {
        if (shared != null) {
            shared.close();
        }
    }

    private Cloned cloneIt(String url) {
        return new Cloner(shared.user()).clone(url, to, CredentialPrompt.NONE, Progress.NONE);
    }

    private String bare() {
        return folder.resolve("shared.git").toString();
    }

    private void nothingIsLeft() throws IOException {
        assertThat(to).doesNotExist();
        assertThat(to.getParent()).doesNotExist();
    }

    @Test
    void bringsFilesBranchesTagsAndTheUpstream() throws IOException {
        shared.ada.run("tag", "v1");
        shared.ada.run("push", "-q", bare(), "v1", "HEAD:trial");
        var tasks = new ArrayList<String>();

        Cloned cloned = new Cloner(shared.user())
                .clone(bare(), to, CredentialPrompt.NONE, (task, done, total) -> tasks.add(task));

        assertThat(cloned).isEqualTo(new Cloned(to, "main", List.of()));
        assertThat(to.resolve("a.txt")).hasContent("1");
        assertThat(tasks).isNotEmpty();
        var git = new GitCommand(to);
        assertThat(git.run("status", "--porcelain", "--branch")).isEqualTo("## main...origin/main");
        assertThat(git.run("branch", "-r")).contains("origin/trial");
        assertThat(git.run("tag")).isEqualTo("v1");
        assertThat(git.run("fsck", "--no-progress")).isEmpty();
        assertThat(git.run("pull")).contains("Already up to date");
        assertThat(to.getParent()).isDirectoryNotContaining("glob:**.assay-new-*");
    }

    @Test
    void fillsAFolderThatIsThereAndEmpty() throws IOException {
        Files.createDirectories(to);

        cloneIt(bare());

        assertThat(new GitCommand(to).run("status", "--porcelain")).isEmpty();
        assertThat(to).isDirectoryNotContaining("glob:**.assay-new-*");
    }

    @Test
    void aRemoteWithoutCommitsIsAWorkspaceToBeginWith() {
        new GitCommand(folder).run("init", "-q", "--bare", "-b", "main", "empty.git");

        cloneIt(folder.resolve("empty.git").toString());

        assertThat(new GitCommand(to).run("remote", "-v")).contains("empty.git");
    }

    @Test
    void aFolderInUseIsLeftAlone() throws IOException {
        Files.createDirectories(to);
        Files.writeString(to.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> cloneIt(bare()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is in use");
        assertThat(to).isDirectoryContaining("glob:**mine.txt");
        assertThatThrownBy(() -> new Cloner(shared.user())
                        .clone(bare(), to.resolve("mine.txt"), CredentialPrompt.NONE, Progress.NONE))
                .hasMessageContaining("is a file");
    }

    @Test
    void aRemoteThatIsNotThereLeavesNothing() throws IOException {
        assertThatThrownBy(() -> cloneIt(folder.resolve("gone.git").toString()))
                .isInstanceOf(AssayException.class)
                .hasMessageStartingWith("Cannot clone ")
                .hasMessageContaining("gone.git");
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".git", ".GIT", "a/../../x"})
    void namesThatLeadOutOfTheFolderAreRefused(String name) throws IOException {
        hostile(name);

        assertThatThrownBy(() -> cloneIt(bare())).isInstanceOf(AssayException.class);
        nothingIsLeft();
        assertThat(folder.resolve("evil.txt")).doesNotExist();
        assertThat(folder.resolve("clones")).doesNotExist();
    }

    /** Puts a commit on the branch whose tree has an entry of that name, as no git would write it. */
    private void hostile(String name) throws IOException {
        try (Repository bare = new FileRepositoryBuilder()
                        .setGitDir(folder.resolve("shared.git").toFile())
                        .build();
                ObjectInserter inserter = bare.newObjectInserter()) {
            ObjectId blob =
                    inserter.insert(Constants.OBJ_BLOB, "evil".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var below = new TreeFormatter();
            below.append("evil.txt", FileMode.REGULAR_FILE, blob);
            var tree = new TreeFormatter();
            tree.append(Constants.encode(name), FileMode.TREE, inserter.insert(below));
            var commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setAuthor(new PersonIdent("Eve", "eve@example.org"));
            commit.setCommitter(new PersonIdent("Eve", "eve@example.org"));
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            var update = bare.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.forceUpdate();
        }
    }

    @Test
    void whatAssayKeepsForItselfNeverComesFromARemote() throws IOException {
        Files.createDirectories(shared.root.resolve(".assay"));
        shared.ada.run("config", "core.excludesFile", "none");
        Files.writeString(shared.root.resolve(".assay/history.mv.db"), "evil");
        shared.ada.run("add", "-f", ".assay/history.mv.db");
        shared.commit("b.txt", "b");
        shared.ada.run("push", "-q", bare(), "main");

        assertThatThrownBy(() -> cloneIt(bare()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds the folder .assay");
        nothingIsLeft();
    }

    @Test
    void hooksSubmodulesAndLargeFilesStayWhereTheyAre() throws IOException {
        Path hook = Files.writeString(folder.resolve("shared.git/hooks/post-checkout"), "#!/bin/sh\ntouch /nowhere\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        new GitCommand(folder).run("clone", "-q", "shared.git", "other");
        shared.ada.run(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "add",
                "-q",
                folder.resolve("other").toString(),
                "sub");
        Files.writeString(shared.root.resolve(".gitattributes"), "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        shared.commit("b.txt", "b");
        shared.ada.run("push", "-q", bare(), "main");

        Cloned cloned = cloneIt(bare());

        assertThat(to.resolve("sub")).isEmptyDirectory();
        assertThat(to.resolve(".git/hooks"))
                .satisfiesAnyOf(
                        hooks -> assertThat(hooks).doesNotExist(),
                        hooks -> assertThat(hooks).isEmptyDirectory());
        assertThat(cloned.remarks())
                .hasSize(2)
                .anyMatch(line -> line.contains("submodules (1)"))
                .anyMatch(line -> line.contains("git lfs pull"));
    }

    @Test
    void aPasswordInTheAddressIsUsedAndNotKept() throws IOException {
        assumeThat(GitHttpServer.isInstalled())
                .describedAs("git http-backend is installed")
                .isTrue();
        Path store = folder.resolve("stored");
        shared.configure("credential.helper", "store --file='" + store + "'");
        try (var server = GitHttpServer.start(folder).onlyFor("ada", "s3cret")) {
            String url = server.url("shared.git").replace("://", "://ada:s3cret@");

            cloneIt(url);

            assertThat(to.resolve(".git/config")).content().contains("ada@127").doesNotContain("s3cret");
            assertThat(SharedPrompts.whatGitKeeps(to)).doesNotContain("s3cret");
            assertThat(store).content().contains("s3cret");
            assertThatThrownBy(() -> new Cloner(shared.user())
                            .clone(
                                    url.replace("shared", "gone"),
                                    folder.resolve("other"),
                                    CredentialPrompt.NONE,
                                    Progress.NONE))
                    .hasMessageContaining("gone.git")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void aCloneThatIsStoppedLeavesNothing() throws IOException {
        assumeThat(GitHttpServer.isInstalled())
                .describedAs("git http-backend is installed")
                .isTrue();
        var closing = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        try (var server = GitHttpServer.start(folder)) {
            server.answering(exchange -> {
                if (exchange.getRequestMethod().equals("GET")) {
                    server.pass(exchange);
                    return;
                }
                asked.countDown();
                try {
                    closing.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            var stopping = new Progress() {
                @Override
                public void at(String task, int done, int total) {}

                @Override
                public boolean isCancelled() {
                    return asked.getCount() == 0;
                }
            };

            assertThatThrownBy(() -> new Cloner(shared.user())
                            .clone(server.url("shared.git"), to, CredentialPrompt.NONE, stopping))
                    .isInstanceOf(CancelledException.class);
            closing.countDown();
        }
        nothingIsLeft();
        assertThat(Files.exists(to, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void theFolderIsNamedAsTheAddressEnds() {
        assertThat(Cloner.folderName("https://ada:x@example.org/team/prompts.git"))
                .isEqualTo("prompts");
        assertThat(Cloner.folderName("git@example.org:team/prompts")).isEqualTo("prompts");
        assertThat(Cloner.folderName("/srv/prompts/.git")).isEqualTo("prompts");
        for (String none : List.of("https://example.org/..", "https://example.org/team/.git.git", "/", "-u:x/-y")) {
            assertThatThrownBy(() -> Cloner.folderName(none)).describedAs(none).isInstanceOf(InputException.class);
        }
        assertThatThrownBy(() -> cloneIt("ext::sh -c touch% /tmp/x")).isInstanceOf(AssayException.class);
    }
}
