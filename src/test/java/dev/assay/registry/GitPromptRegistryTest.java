package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.search.SearchQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitPromptRegistryTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");

    @TempDir
    Path folder;

    private Path root;
    private GitPromptRegistry registry;

    @BeforeEach
    void create() throws IOException {
        root = folder.toRealPath().resolve("workspace");
        registry = GitPromptRegistry.create(root);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aNewWorkspaceIsARepositoryOnMainThatIgnoresItsOwnData() {
        assertThat(registry.branch()).isEqualTo("main");
        assertThat(registry.list()).isEmpty();
        assertThat(root.resolve(".gitignore")).hasContent(".assay/\n");
        assertThat(root.resolve(".gitattributes")).hasContent("*.prompt text eol=lf\n");
    }

    @Test
    void creatingWhereSomethingIsLeavesItAlone() throws IOException {
        Files.writeString(root.resolve(".gitignore"), "mine\n");
        commit("a", "text\n");
        try (var again = GitPromptRegistry.create(root)) {
            assertThat(again.log("a")).hasSize(1);
            assertThat(root.resolve(".gitignore")).hasContent("mine\n");
        }
    }

    @Test
    void aFolderInsideARepositoryIsAWorkspaceOfItsOwn() throws IOException {
        Path inner = Files.createDirectories(root.resolve("teams/support"));
        try (var registry = GitPromptRegistry.open(inner)) {
            registry.save("reply", "Hello\n");
            var commit = registry.commit(List.of("prompts/reply.prompt"), "Add the reply", ADA);
            assertThat(registry.root()).isEqualTo(inner);
            assertThat(registry.list())
                    .containsExactly(new PromptEntry("reply", "prompts/reply.prompt", GitStatus.CLEAN));
            assertThat(registry.load(new PromptRef("reply", "HEAD")).path()).isEqualTo("prompts/reply.prompt");
            assertThat(registry.log("reply")).containsExactly(commit);
        }
        assertThat(registry.list()).isEmpty();
    }

    @Test
    void aFolderInNoRepositoryIsRefusedWithTheMend() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        assertThatThrownBy(() -> GitPromptRegistry.open(plain))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not in a git repository")
                .hasMessageContaining("git init");
        assertThatThrownBy(() -> GitPromptRegistry.open(folder.resolve("nowhere")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void theListSaysHowEachFileDiffersFromTheLastCommit() throws IOException {
        for (String name : List.of("clean", "modified", "deleted", "dir/_partial")) {
            registry.save(name, name + "\n");
        }
        registry.commit(List.of("prompts"), "Add four prompts", ADA);
        registry.save("modified", "other\n");
        registry.save("new/untracked", "new\n");
        registry.save("added", "added\n");
        new GitCommand(root).run("add", "prompts/added.prompt");
        Files.delete(root.resolve("prompts/deleted.prompt"));
        Files.writeString(root.resolve("prompts/readme.txt"), "not a prompt");

        assertThat(registry.list())
                .extracting(entry -> entry.status().letter() + entry.name())
                .containsExactly("Aadded", " clean", "Ddeleted", " dir/_partial", "Mmodified", "Unew/untracked");
        assertThat(registry.list()).filteredOn(PromptEntry::isPartial).hasSize(1);
    }

    @Test
    void aPromptLoadsAsItWasAtAnyRevision() {
        commit("a", "one\n");
        var second = commit("a", "two\n");
        commit("a", "three\n");
        new GitCommand(root).run("tag", "-a", "v2", "-m", "second", second.commitId());
        registry.save("a", "four\n");

        assertThat(registry.load(new PromptRef("a", null)).text()).isEqualTo("four\n");
        assertThat(registry.load(new PromptRef("a", "HEAD")).text()).isEqualTo("three\n");
        assertThat(registry.load(new PromptRef("a", "main~2")).text()).isEqualTo("one\n");
        var tagged = registry.load(new PromptRef("a", "v2"));
        assertThat(tagged.text()).isEqualTo("two\n");
        assertThat(tagged.commitId()).isEqualTo(second.commitId());
        assertThat(tagged.blobId()).isEqualTo(second.blobId());
        assertThat(registry.load(new PromptRef("a", second.shortId())))
                .isEqualTo(new StoredPrompt(
                        new PromptRef("a", second.shortId()),
                        tagged.path(),
                        "two\n",
                        second.commitId(),
                        tagged.blobId()));
    }

    @Test
    void anUnknownRevisionIsAnsweredWithTheLatestOnes() {
        commit("a", "one\n");
        var last = commit("a", "two\n");
        assertThatThrownBy(() -> registry.load(new PromptRef("a", "v9")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'v9'")
                .hasMessageContaining(last.shortId() + " (Change a)");
        assertThatThrownBy(() -> registry.load(new PromptRef("a", "..^{nonsense")))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> registry.load(new PromptRef("a", "HEAD:prompts/a.prompt")))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> registry.partials("v9")).isInstanceOf(InputException.class);
    }

    @Test
    void anUnknownPromptIsAnsweredWithTheNearestName() {
        commit("support/triage", "text\n");
        for (String written : List.of("support/traige", "triage", "prompts/support/triage.prompt", "SUPPORT/TRIAGE")) {
            assertThatThrownBy(() -> registry.load(new PromptRef(written, null)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("did you mean support/triage?");
        }
        assertThatThrownBy(() -> registry.load(new PromptRef("support/triages", "HEAD")))
                .hasMessageContaining("did you mean support/triage?");
    }

    @Test
    void aPromptThatTheRevisionLacksIsAnsweredWithItsOwnRevisions() {
        var first = commit("a", "one\n");
        var second = commit("b", "two\n");
        assertThatThrownBy(() -> registry.load(new PromptRef("b", first.shortId())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'b' at " + first.shortId())
                .hasMessageContaining(second.shortId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "a/../../x",
                "/etc/passwd",
                "a//b",
                "a/",
                "C:x",
                "a\\b",
                "a\0b",
                "a\nb",
                ".git/x",
                "a@b",
                "%2e"
            })
    void namesThatWouldLeaveTheFolderAreRefused(String name) {
        assertThatThrownBy(() -> registry.load(new PromptRef(name, null)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a prompt name");
        assertThatThrownBy(() -> registry.save(name, "text")).isInstanceOf(InputException.class);
    }

    @Test
    void linksThatLeadOutOfTheWorkspaceAreRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.prompt"), "secret");
        Files.createDirectories(root.resolve("prompts"));
        Files.createSymbolicLink(root.resolve("prompts/file.prompt"), secret);
        Files.createSymbolicLink(root.resolve("prompts/dir"), folder);
        Files.createSymbolicLink(root.resolve("prompts/hanging.prompt"), folder.resolve("new.prompt"));

        for (String name : List.of("file", "dir/secret", "hanging", "dir/new")) {
            assertThatThrownBy(() -> registry.save(name, "overwritten"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("leads out of the workspace");
            assertThatThrownBy(() -> registry.load(new PromptRef(name, null))).isInstanceOf(InputException.class);
        }
        assertThat(secret).hasContent("secret");
        assertThat(folder.resolve("new.prompt")).doesNotExist();
        assertThat(registry.list()).isEmpty();
    }

    @Test
    void oneFileThatCannotBeListedHidesNoOther() throws Exception {
        registry.save("good", "text\n");
        registry.save("locked/inner", "text\n");
        Path deep = root.resolve("prompts");
        for (int i = 0; i < 150; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("far.prompt"), "text");
        new ProcessBuilder("mkfifo", root.resolve("prompts/pipe.prompt").toString())
                .start()
                .waitFor();
        root.resolve("prompts/locked").toFile().setReadable(false);
        try {
            assertThat(registry.list()).extracting(PromptEntry::name).contains("good");
            assertThat(registry.list()).extracting(PromptEntry::name).doesNotContain("pipe");
            assertThat(registry.search().find(SearchQuery.of("text"), 10)).isNotEmpty();
        } finally {
            root.resolve("prompts/locked").toFile().setReadable(true);
        }
    }

    @Test
    void gitReadsItsPathFiltersAndWritesNoSettingsOfItsOwn() throws Exception {
        var settings = SystemReader.getInstance().getJGitConfig();
        assertThat(settings.getBoolean("commitGraph", "readChangedPaths", false))
                .isTrue();
        assertThat(SystemReader.getInstance().getUserConfig().getBoolean("core", "commitGraph", false))
                .isTrue();
        settings.save();
        assertThat(Files.readString(root.resolve(".git/config"))).doesNotContain("commitGraph");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedByFileAndLine() throws IOException {
        Files.createDirectories(root.resolve("prompts"));
        Files.write(root.resolve("prompts/latin.prompt"), new byte[] {'a', '\n', 'b', (byte) 0xe4, 'c'});
        assertThatThrownBy(() -> registry.load(new PromptRef("latin", null)))
                .isInstanceOf(InputException.class)
                .hasMessage("prompts/latin.prompt:2: byte 3 is not UTF-8: save the file as UTF-8");
        assertThatThrownBy(() -> registry.save("half", "\ud83d")).isInstanceOf(InputException.class);
    }

    @Test
    void aFileBeyondTheLimitIsRefusedUnread() throws IOException {
        Files.createDirectories(root.resolve("prompts"));
        Files.write(root.resolve("prompts/big.prompt"), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> registry.load(new PromptRef("big", null)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("prompts/big.prompt")
                .hasMessageContaining("1 MiB");
        assertThatThrownBy(() -> registry.save("big2", "x".repeat((1 << 20) + 1)))
                .isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb\n", "a\r\nb\r\n", "a\rb", "", "\ufeff---\n", "no end", "emoji \ud83d\ude00 \u0000 nul"})
    void textIsSavedAndLoadedAsGiven(String text) throws IOException {
        var saved = registry.save("deep/er/name.variant", text);
        assertThat(saved.text()).isEqualTo(text);
        assertThat(Files.readString(root.resolve("prompts/deep/er/name.variant.prompt")))
                .isEqualTo(text);
        assertThat(registry.load(saved.ref())).isEqualTo(saved);
        try (var files = Files.list(root.resolve("prompts/deep/er"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theWorkingCopyHasTheIdThatACommitWouldGiveIt() {
        var saved = registry.save("a", "one\r\ntwo\r\n");
        var commit = registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);
        assertThat(saved.blobId()).isEqualTo(commit.blobId());
        assertThat(new GitCommand(root).run("hash-object", "prompts/a.prompt")).isEqualTo(saved.blobId());
        assertThat(registry.load(new PromptRef("a", "HEAD")).text()).isEqualTo("one\ntwo\n");
        assertThat(registry.list().getFirst().status()).isEqualTo(GitStatus.CLEAN);
        assertThat(registry.diff("a", null, null)).isEmpty();
    }

    @Test
    void partialsAreFoundByTheirNameWithoutUnderscoreAsOfTheRevision() {
        commit("shared/_tone", "Be kind.");
        commit("_top", "Top.");
        registry.save("shared/_tone", "Be brief.");
        assertThat(registry.partials(null).find("shared/tone").orElseThrow().source())
                .isEqualTo("Be brief.");
        assertThat(registry.partials("HEAD").find("shared/tone").orElseThrow().source())
                .isEqualTo("Be kind.");
        assertThat(registry.partials(null).find("top")).isPresent();
        for (String missing : List.of("tone", "shared/_tone", "../tone", "", "/etc/passwd")) {
            assertThat(registry.partials(null).find(missing)).isEmpty();
            assertThat(registry.partials("HEAD").find(missing)).isEmpty();
        }
    }

    @Test
    void aLookUpOfPartialsReadsEachOnce() {
        registry.save("_tone", "Be kind.");
        var partials = registry.partials(null);
        var first = partials.find("tone");
        registry.save("_tone", "Be brief.");
        assertThat(partials.find("tone")).isSameAs(first);
    }

    @Test
    void theAuthorComesFromGitsSettings() {
        assertThat(registry.configuredAuthor()).isEmpty();
        var git = new GitCommand(root);
        git.run("config", "user.name", "Ada");
        git.run("config", "user.email", "ada@example.org");
        assertThat(registry.configuredAuthor()).contains(ADA);
    }

    @Test
    void withoutABranchTheCommitIsShown() {
        var commit = commit("a", "one\n");
        new GitCommand(root).run("checkout", "-q", "--detach");
        assertThat(registry.branch()).isEqualTo(commit.shortId());
    }

    private PromptRevision commit(String name, String text) {
        registry.save(name, text);
        return registry.commit(List.of("prompts/" + name + ".prompt"), "Change " + name, ADA);
    }
}
