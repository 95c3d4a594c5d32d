package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptLogTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");
    private static final String LONG = "line\n".repeat(40);

    @TempDir
    Path folder;

    private GitPromptRegistry registry;
    private GitCommand git;

    @BeforeEach
    void create() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath());
        git = new GitCommand(registry.root());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void theLogHoldsTheCommitsOfThisPromptOnlyNewestFirst() {
        var first = commit("a", "one\n");
        commit("b", "other\n");
        var second = commit("a", "two\n");
        assertThat(registry.log("a")).containsExactly(second, first);
        assertThat(first.author()).isEqualTo("Ada");
        assertThat(registry.load(new PromptRef("a", "HEAD")).blobId()).isEqualTo(second.blobId());
    }

    @Test
    void theLogFollowsRenamesAndKnowsTheContentAtEachCommit() {
        assumeTrue(GitCommand.isInstalled());
        var first = commit("old/name", LONG + "one\n");
        var second = commit("old/name", LONG + "two\n");
        git.run("mv", "prompts/old/name.prompt", "prompts/newer.prompt");
        git.run("commit", "-q", "-m", "Rename");
        var last = commit("newer", LONG + "three\n");
        assertThat(registry.log("newer"))
                .extracting(PromptRevision::subject)
                .containsExactly("Change newer", "Rename", "Change old/name", "Change old/name");
        assertThat(registry.log("newer"))
                .extracting(PromptRevision::blobId)
                .containsExactly(last.blobId(), second.blobId(), second.blobId(), first.blobId());
    }

    @Test
    void aDeletedPromptKeepsItsLog() throws IOException {
        var first = commit("a", "one\n");
        Files.delete(registry.root().resolve("prompts/a.prompt"));
        var deletion = registry.commit(List.of("prompts/a.prompt"), "Delete", ADA);
        assertThat(registry.log("a")).containsExactly(deletion, first);
        assertThat(deletion.blobId()).isEmpty();
        assertThatThrownBy(() -> registry.load(new PromptRef("a", "HEAD"))).hasMessageContaining(first.shortId());
    }

    @Test
    void aPromptThatWasNeverCommittedHasAnEmptyLogAndAnUnknownOneHasNone() {
        registry.save("a", "one\n");
        assertThat(registry.log("a")).isEmpty();
        assertThatThrownBy(() -> registry.log("b")).isInstanceOf(InputException.class);
    }

    @Test
    void theDiffOfTheWorkingCopyIsThatOfGit() {
        assumeTrue(GitCommand.isInstalled());
        commit("a", LONG + "last");
        registry.save("a", "first\n" + LONG + "last line\nwith end\n");
        assertThat(registry.diff("a", null, null).strip()).isEqualTo(gitDiff());
        assertThat(registry.diff("a", null, null)).contains("\\ No newline at end of file");
    }

    @Test
    void theDiffOfTwoRevisionsIsThatOfGit() {
        assumeTrue(GitCommand.isInstalled());
        var first = commit("a", LONG);
        var second = commit("a", "new\n" + LONG + "\u00e4\n");
        assertThat(registry.diff("a", first.shortId(), "main").strip())
                .isEqualTo(gitDiff(first.commitId(), second.commitId()));
        assertThat(registry.diff("a", second.shortId(), "main")).isEmpty();
    }

    @Test
    void anUntrackedPromptIsAllAddedAndADeletedOneAllRemoved() throws IOException {
        registry.save("a", "one\ntwo\n");
        assertThat(registry.diff("a", null, null))
                .contains("--- /dev/null\n+++ b/prompts/a.prompt\n@@ -0,0 +1,2 @@\n+one\n+two\n");
        registry.commit(List.of("prompts/a.prompt"), "Add", ADA);
        assertThat(registry.diff("a", null, null)).isEmpty();
        Files.delete(registry.root().resolve("prompts/a.prompt"));
        assertThat(registry.diff("a", null, null)).contains("+++ /dev/null\n@@ -1,2 +0,0 @@\n-one\n-two\n");
        assertThatThrownBy(() -> registry.diff("b", null, null)).isInstanceOf(InputException.class);
    }

    /** What git prints, without the nearest line that it repeats behind the line numbers. */
    private String gitDiff(String... revisions) {
        var arguments = new ArrayList<>(List.of("diff"));
        arguments.addAll(List.of(revisions));
        return git.run(arguments.toArray(String[]::new)).replaceAll("(?m)^(@@ .* @@).*", "$1");
    }

    private PromptRevision commit(String name, String text) {
        registry.save(name, text);
        return registry.commit(List.of("prompts/" + name + ".prompt"), "Change " + name, ADA);
    }
}
