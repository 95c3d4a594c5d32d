package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.files.DeletedPrompt;
import dev.assay.registry.files.RenameOptions;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.log.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFilesTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");
    private static final String LONG = "line\n".repeat(40);

    @TempDir
    Path folder;

    private Path root;
    private GitPromptRegistry registry;
    private GitCommand git;

    @BeforeEach
    void create() throws IOException {
        assumeTrue(GitCommand.isInstalled(), "git is not installed");
        registry = GitPromptRegistry.create(folder.toRealPath());
        root = registry.root();
        git = new GitCommand(root);
        registry.commit(List.of(".gitignore", ".gitattributes"), "Begin", ADA);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aRenameIsACommitOfItsOwnAndTheHistoryGoesOn() {
        var first = commit("a", LONG + "one\n");
        var renamed = registry.files().rename("a", "team/b", RenameOptions.ALONE, ADA);
        assertThat(git.run("show", "--format=%s", "--name-status", "HEAD"))
                .isEqualTo("Rename a to team/b\n\nR100\tprompts/a.prompt\tprompts/team/b.prompt");
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(renamed.commit().commitId()).isEqualTo(git.run("rev-parse", "HEAD"));
        assertThat(registry.log("team/b"))
                .extracting(PromptRevision::commitId)
                .containsExactly(renamed.commit().commitId(), first.commitId());
        assertThat(registry.history().first("team/b", 9))
                .extracting(LogEntry::renamedFrom)
                .containsExactly("prompts/a.prompt", null);
        assertThat(registry.load(new PromptRef("team/b", first.commitId())).text())
                .isEqualTo(LONG + "one\n");
    }

    @Test
    void editsAndStagedContentStayUncommittedUnderTheNewName() throws IOException {
        commit("a", LONG);
        commit("other", "other\n");
        registry.save("a", LONG + "staged\n");
        git.run("add", "prompts/a.prompt");
        registry.save("a", LONG + "on disk\n");
        registry.save("other", "other staged\n");
        git.run("add", "prompts/other.prompt");
        registry.files().rename("a", "b", RenameOptions.ALONE, ADA);
        assertThat(git.run("show", "--format=", "--name-status", "HEAD"))
                .isEqualTo("R100\tprompts/a.prompt\tprompts/b.prompt");
        assertThat(git.run("show", ":prompts/b.prompt")).endsWith("staged");
        assertThat(root.resolve("prompts/b.prompt")).hasContent(LONG + "on disk\n");
        assertThat(git.run("status", "--porcelain")).isEqualTo("MM prompts/b.prompt\nM  prompts/other.prompt");
    }

    @Test
    void whatWasNeverCommittedIsMovedOnly() {
        commit("x", "x\n");
        registry.save("a", "one\n");
        registry.save("s", "two\n");
        git.run("add", "prompts/s.prompt");
        assertThat(registry.files().rename("a", "b", RenameOptions.ALONE, ADA).commit())
                .isNull();
        registry.files().rename("s", "t", RenameOptions.ALONE, ADA);
        assertThat(git.run("status", "--porcelain")).isEqualTo("A  prompts/t.prompt\n?? prompts/b.prompt");
        assertThat(git.run("log", "--format=%s", "-1")).isEqualTo("Change x");
    }

    @Test
    void aNameThatIsTakenOrWrongChangesNothing() {
        commit("a", "one\n");
        commit("b", "two\n");
        assertThatThrownBy(() -> registry.files().rename("a", "b", RenameOptions.ALONE, ADA))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'b' already");
        for (String bad : List.of("../x", "a", ".git/x", "a//b")) {
            assertThatThrownBy(() -> registry.files().rename("a", bad, RenameOptions.ALONE, ADA))
                    .isInstanceOf(InputException.class);
        }
        assertThatThrownBy(() -> registry.files().rename("nope", "c", RenameOptions.ALONE, ADA))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no prompt 'nope'");
        assertThat(git.run("log", "--format=%s", "-1")).isEqualTo("Change b");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void aHookThatRefusesTheRenameLeavesAllAsItWas() throws IOException {
        commit("a", "one\n");
        Path hook = Files.createDirectories(root.resolve(".git/hooks")).resolve("pre-commit");
        Files.writeString(hook, "#!/bin/sh\necho 'Not on Fridays' >&2\nexit 1\n");
        hook.toFile().setExecutable(true);
        assertThatThrownBy(() -> registry.files().rename("a", "b", RenameOptions.ALONE, ADA))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Not on Fridays");
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(root.resolve("prompts/a.prompt")).exists();
    }

    @Test
    void variantsAndReferencesFollowOnRequest() throws IOException {
        commit("shared/_tone", "Be kind.\n");
        commit("shared/_tone.short", "Kind.\n");
        commit("a", "Hi. {{>shared/tone}}\n{{#if x}}{{~> shared/tone lang=\"de\"}}{{/if}}{{! > shared/tone }}\n");
        commit("b", "No shared/tone here: \\{{> shared/tone}}\n");
        Files.createDirectories(root.resolve("experiments"));
        Files.writeString(root.resolve("experiments/e.yaml"), "variants:\n  - prompt: shared/_tone@HEAD\n");
        assertThat(registry.files().references("shared/_tone")).hasSize(3);
        var renamed = registry.files().rename("shared/_tone", "_voice", new RenameOptions(true, true), ADA);
        assertThat(renamed.names()).containsEntry("shared/_tone.short", "_voice.short");
        assertThat(renamed.rewritten()).containsExactly("experiments/e.yaml", "prompts/a.prompt");
        assertThat(root.resolve("prompts/a.prompt"))
                .hasContent("Hi. {{>voice}}\n{{#if x}}{{~> voice lang=\"de\"}}{{/if}}{{! > shared/tone }}\n");
        assertThat(root.resolve("experiments/e.yaml")).hasContent("variants:\n  - prompt: _voice@HEAD\n");
        assertThat(root.resolve("prompts/shared")).doesNotExist();
        assertThat(git.run("show", "--format=", "--name-status", "HEAD").lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("R100"));
    }

    @Test
    void aDuplicateHasTheTextOnDisk() {
        commit("a", "one\n");
        registry.save("a", "edited\r\n");
        registry.files().duplicate("a", "copy/of-a");
        assertThat(registry.load(new PromptRef("copy/of-a", null)).text()).isEqualTo("edited\r\n");
        assertThatThrownBy(() -> registry.files().duplicate("a", "copy/of-a")).isInstanceOf(InputException.class);
    }

    @Test
    void aDeletedPromptIsListedOnceCommittedAndComesBack() {
        commit("team/a", "one\n");
        var second = commit("team/a", "two\n");
        assertThat(registry.files().delete("team/a")).isEmpty();
        assertThat(root.resolve("prompts/team")).doesNotExist();
        assertThat(registry.list())
                .containsExactly(new PromptEntry("team/a", "prompts/team/a.prompt", GitStatus.DELETED));
        var deletion = registry.commit(List.of("prompts/team/a.prompt"), "Delete it", ADA);
        assertThat(registry.files().deleted(10))
                .containsExactly(new DeletedPrompt("team/a", deletion, second.commitId()));
        registry.files().restore("team/a", second.commitId());
        assertThat(registry.load(new PromptRef("team/a", null)).text()).isEqualTo("two\n");
        assertThat(registry.files().deleted(10)).isEmpty();
    }

    @Test
    void aRenameIsNoDeletion() {
        commit("a", LONG);
        registry.files().rename("a", "b", RenameOptions.ALONE, ADA);
        assertThat(registry.files().deleted(10)).isEmpty();
    }

    @Test
    void deletingWhatNoCommitHasKeepsTheText() throws IOException {
        registry.save("a", "never committed\n");
        Path kept = registry.files().delete("a").orElseThrow();
        assertThat(kept).hasContent("never committed\n").startsWith(root.resolve(".assay"));
        assertThat(registry.list()).isEmpty();
        registry.save("a", "again\n");
        assertThat(registry.files().delete("a")).get().isNotEqualTo(kept);
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void anyVersionIsRestoredAlsoFromBeforeARename() {
        var first = commit("a", LONG + "one\n");
        registry.files().rename("a", "b", RenameOptions.ALONE, ADA);
        commit("b", LONG + "two\n");
        registry.files().restore("b", first.shortId());
        assertThat(registry.load(new PromptRef("b", null)).text()).isEqualTo(LONG + "one\n");
        assertThat(registry.diff("b", first.commitId(), null)).isEmpty();
        assertThatThrownBy(() -> registry.files().restore("b", "v9")).isInstanceOf(InputException.class);
    }

    private PromptRevision commit(String name, String text) {
        registry.save(name, text);
        return registry.commit(List.of("prompts/" + name + ".prompt"), "Change " + name, ADA);
    }
}
