package dev.assay.ui.prompts.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.MeasuredScore;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitViewModelTest {
    @TempDir
    Path folder;

    private final List<PromptRevision> committed = new ArrayList<>();
    private final ObjectProperty<Author> author = new SimpleObjectProperty<>();
    private GitPromptRegistry registry;
    private CommitViewModel commit;

    @BeforeEach
    void open() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath().resolve("workspace"));
        registry.save("a", "one\n");
        registry.save("b", "two\n");
        commit = new CommitViewModel(registry, new Tasks(Runnable::run, Runnable::run), author, committed::add);
        commit.load("b");
        commit.authorNameProperty().set("Ada");
        commit.authorEmailProperty().set("ada@example.org");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void theOpenPromptIsTickedAndOtherChangesAreOffered() {
        assertThat(commit.files())
                .extracting(
                        file -> file.entry().name(),
                        file -> file.chosenProperty().get())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", false),
                        org.assertj.core.groups.Tuple.tuple("b", true));
        assertThat(commit.diffProperty().get()).contains("+two");
    }

    @Test
    void theAuthorIsRememberedForTheNextCommit() {
        commit.messageProperty().set("Add b");
        commit.commit();

        var next = new CommitViewModel(registry, new Tasks(Runnable::run, Runnable::run), author, committed::add);
        next.load("a");

        assertThat(next.authorNameProperty().get()).isEqualTo("Ada");
        assertThat(next.authorEmailProperty().get()).isEqualTo("ada@example.org");
    }

    @Test
    void theEvidenceOfExactlyThisTextIsToldUnlessUnticked() {
        String blob = registry.load(new PromptRef("b", null)).blobId();
        var measured = new Evidence(
                "r1", "d@1", List.of(new MeasuredScore("relevance", 0.8, null, 3)), List.of(), null, null, null);
        commit.evidenceFrom(blobs -> blobs.contains(blob) ? Optional.of(measured) : Optional.empty());
        commit.load("b");
        commit.messageProperty().set("Add b");

        commit.commit();

        assertThat(committed)
                .singleElement()
                .satisfies(revision ->
                        assertThat(Trailers.parse(revision.message())).contains(measured));
    }

    @Test
    void evidenceThatIsUntickedIsNotTold() {
        commit.evidenceFrom(blobs -> Optional.of(new Evidence("r1", "d", List.of(), List.of(), null, null, null)));
        commit.load("b");
        commit.withEvidenceProperty().set(false);
        commit.messageProperty().set("Add b");

        commit.commit();

        assertThat(committed)
                .singleElement()
                .satisfies(revision -> assertThat(revision.message()).isEqualTo("Add b"));
    }

    @Test
    void nothingIsCommittedWithoutAMessage() {
        commit.messageProperty().set("  \n");

        commit.commit();

        assertThat(commit.readyProperty().get()).isFalse();
        assertThat(registry.log("b")).isEmpty();
    }

    @Test
    void nothingIsCommittedWithoutAnAuthor() {
        commit.messageProperty().set("Add it");
        commit.authorEmailProperty().set("");

        assertThat(commit.readyProperty().get()).isFalse();
    }

    @Test
    void nothingIsCommittedWithoutAFile() {
        commit.messageProperty().set("Add it");
        commit.files().forEach(file -> file.chosenProperty().set(false));

        assertThat(commit.readyProperty().get()).isFalse();
    }

    @Test
    void onlyTickedFilesAreCommitted() {
        commit.messageProperty().set("Add it\n\nBecause.\n");
        assertThat(commit.readyProperty().get()).isTrue();

        commit.commit();

        assertThat(committed).singleElement().satisfies(revision -> {
            assertThat(revision.subject()).isEqualTo("Add it");
            assertThat(revision.author()).isEqualTo("Ada");
            assertThat(registry.load(new PromptRef("b", revision.commitId())).text())
                    .isEqualTo("two\n");
        });
        assertThat(registry.log("a")).isEmpty();
        assertThat(commit.stateProperty().get()).isEqualTo(CommitViewModel.State.DONE);
    }

    @Test
    void aFailedCommitKeepsTheMessage() throws IOException {
        commit.messageProperty().set("Add it");
        Files.delete(registry.root().resolve("prompts/b.prompt"));

        commit.commit();

        assertThat(commit.problemProperty().get()).isNotEmpty();
        assertThat(commit.messageProperty().get()).isEqualTo("Add it");
        assertThat(commit.stateProperty().get()).isEqualTo(CommitViewModel.State.EDITING);
        assertThat(committed).isEmpty();
    }
}
