package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.registry.files.RenameOptions;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.log.BlamedLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlameTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");
    private static final Author BEN = new Author("Ben", "ben@example.org");

    @TempDir
    Path folder;

    private GitPromptRegistry registry;

    @BeforeEach
    void create() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void eachLineHasTheCommitThatBroughtItAcrossRenames() {
        var first = commit("a", "1\n2\n3\n4\n5\n6\n7\n8\n", ADA);
        registry.files().rename("a", "b", RenameOptions.ALONE, ADA);
        var second = commit("b", "new\n1\n2\n3\n4\n5\nsix\n7\n8\n", BEN);
        assertThat(registry.blame("b", null))
                .extracting(
                        BlamedLines::first,
                        BlamedLines::last,
                        lines -> lines.revision().commitId(),
                        BlamedLines::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 1, second.commitId(), "prompts/b.prompt"),
                        org.assertj.core.groups.Tuple.tuple(2, 6, first.commitId(), "prompts/a.prompt"),
                        org.assertj.core.groups.Tuple.tuple(7, 7, second.commitId(), "prompts/b.prompt"),
                        org.assertj.core.groups.Tuple.tuple(8, 9, first.commitId(), "prompts/a.prompt"));
        assertThat(registry.blame("b", null).getFirst().revision().author()).isEqualTo("Ben");
    }

    @Test
    void aCommitGraphChangesNothingAlsoWhereANameIsOrWasNotPlainAscii() {
        assumeTrue(GitCommand.isInstalled());
        for (String name : List.of("\u65e5\u672c/\u540d", "gr\u00f6\u00dfe", "\u00e4", "\u00fcber/\u00f6l")) {
            commit(name, "1\n2\n3\n4\n5\n6\n", ADA);
            commit("other", name, BEN);
            commit(name, "1\n2\n3\n4\n5\nsix\n", BEN);
            commit(name, "1\n2\n3\n4\nfive\nsix\n", ADA);
        }
        registry.files().rename("\u00fcber/\u00f6l", "plain", RenameOptions.ALONE, ADA);
        var names = List.of("\u65e5\u672c/\u540d", "gr\u00f6\u00dfe", "\u00e4", "plain");
        var without = names.stream().map(name -> registry.blame(name, null)).toList();
        new GitCommand(registry.root()).run("commit-graph", "write", "--reachable", "--changed-paths");
        try (var opened = GitPromptRegistry.open(registry.root())) {
            assertThat(names.stream().map(name -> opened.blame(name, null)).toList())
                    .isEqualTo(without);
        }
    }

    @Test
    void linesThatAreNotCommittedAreMarked() {
        var first = commit("a", "1\n2\n3\n", ADA);
        assertThat(registry.blame("a", "1\r\nunsaved\r\n2\r\n3\r\n"))
                .containsExactly(
                        new BlamedLines(1, 1, revision(first), "prompts/a.prompt", 1),
                        new BlamedLines(2, 1, null, "prompts/a.prompt", 2),
                        new BlamedLines(3, 2, revision(first), "prompts/a.prompt", 2));
        registry.save("never", "x\ny\n");
        assertThat(registry.blame("never", null))
                .containsExactly(new BlamedLines(1, 2, null, "prompts/never.prompt", 1));
        assertThat(registry.blame("never", "")).isEmpty();
        assertThatThrownBy(() -> registry.blame("nowhere", null)).isInstanceOf(InputException.class);
    }

    private static PromptRevision revision(PromptRevision commit) {
        return new PromptRevision(
                commit.commitId(), commit.author(), commit.email(), commit.time(), commit.message(), "");
    }

    private PromptRevision commit(String name, String text, Author author) {
        registry.save(name, text);
        return registry.commit(List.of("prompts/" + name + ".prompt"), "Change " + name, author);
    }
}
