package dev.assay.ui.prompts.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.MeasuredScore;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.ChangedFile;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.editor.diff.HunkChoice;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    void everyChangedFileIsOfferedAndTheOpenPromptAndDatasetsAreTicked() throws IOException {
        Files.createDirectories(registry.root().resolve("datasets"));
        Files.writeString(registry.root().resolve("datasets/cases.csv"), "q\n1\n");

        commit.load("b");

        assertThat(commit.files())
                .extracting(
                        file -> file.change().path(),
                        file -> file.chosenProperty().get())
                .containsExactly(
                        tuple("datasets/cases.csv", true),
                        tuple("prompts/b.prompt", true),
                        tuple(".gitattributes", false),
                        tuple(".gitignore", false),
                        tuple("prompts/a.prompt", false));
        assertThat(shown().change().path()).isEqualTo("prompts/b.prompt");
        assertThat(commit.diff().diffProperty().get().hunks()).hasSize(1);
    }

    private CommitFile shown() {
        return Objects.requireNonNull(commit.shownProperty().get());
    }

    private void twoChanges() {
        registry.save("b", "1\n2\n3\n");
        registry.commit(List.of("prompts/b.prompt"), "Begin b", new Author("Ada", "ada@example.org"));
        registry.save("b", "one\n2\nthree\n");
        commit.load("b");
        commit.messageProperty().set("Change b");
    }

    private HunkChoice changes() {
        return Objects.requireNonNull(commit.diff().choiceProperty().get());
    }

    @Test
    void aChangeThatIsUntickedStaysInTheWorkingCopy() {
        twoChanges();
        changes().take(0, false);
        assertThat(shown().partialProperty().get()).isTrue();

        commit.commit();

        assertThat(committed)
                .singleElement()
                .satisfies(revision -> assertThat(registry.load(new PromptRef("b", revision.commitId()))
                                .text())
                        .isEqualTo("1\n2\nthree\n"));
        assertThat(registry.load(new PromptRef("b", null)).text()).isEqualTo("one\n2\nthree\n");
    }

    @Test
    void theTickOfAFileFollowsTheTicksOfItsChangesAndTheOtherWayRound() {
        twoChanges();
        changes().take(0, false);
        changes().take(1, false);
        assertThat(shown().chosenProperty().get()).isFalse();
        assertThat(commit.readyProperty().get()).isFalse();

        shown().chosenProperty().set(true);

        assertThat(changes().takenProperty().get()).containsExactlyInAnyOrder(0, 1);
        assertThat(shown().partialProperty().get()).isFalse();
    }

    @Test
    void chosenChangesAreKeptWhileAnotherFileIsLookedAt() {
        twoChanges();
        CommitFile b = shown();
        changes().take(1, false);

        commit.shownProperty().set(commit.files().getLast());
        assertThat(changes().count()).isEqualTo(1);
        assertThat(changes().isTaken(0)).isFalse();
        commit.shownProperty().set(b);

        assertThat(changes().takenProperty().get()).containsExactly(0);
    }

    @Test
    void aFileThatIsNoTextGoesAsAWholeAndSaysWhy() throws IOException {
        Files.createDirectories(registry.root().resolve("datasets"));
        Files.write(registry.root().resolve("datasets/raw.bin"), new byte[] {0, 1});
        commit.load("b");

        commit.shownProperty().set(commit.files().getFirst());
        assertThat(commit.noteProperty().get()).contains("not a text");
        commit.messageProperty().set("With a binary");
        commit.commit();

        assertThat(registry.changes().list())
                .extracting(ChangedFile::path)
                .doesNotContain("datasets/raw.bin", "prompts/b.prompt");
    }

    @Test
    void whatWasMeasuredOfTheWholeIsNotToldOfAPart() {
        commit.evidenceFrom(
                blobs -> Optional.of(new Evidence("r1", "d", List.of(), List.of(), null, null, null, null)));
        twoChanges();
        assertThat(commit.evidenceProperty().get()).isNotNull();

        changes().take(0, false);

        assertThat(commit.evidenceProperty().get()).isNull();
    }

    @Test
    void lookingAgainFindsNewFilesAndKeepsTicksAndMessage() {
        commit.messageProperty().set("Kept");
        registry.save("c", "three\n");

        commit.reload();

        assertThat(commit.files())
                .filteredOn(file -> file.chosenProperty().get())
                .extracting(file -> file.change().path())
                .containsExactly("prompts/b.prompt");
        assertThat(commit.files()).extracting(file -> file.change().path()).contains("prompts/c.prompt");
        assertThat(commit.messageProperty().get()).isEqualTo("Kept");
    }

    @Test
    void allFilesAreTickedAtOnce() {
        commit.chooseAll(true);
        assertThat(commit.files()).allMatch(file -> file.chosenProperty().get());
        commit.chooseAll(false);
        assertThat(commit.files()).noneMatch(file -> file.chosenProperty().get());
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
                "r1", "d@1", List.of(new MeasuredScore("relevance", 0.8, null, 3)), List.of(), null, null, null, null);
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
        commit.evidenceFrom(
                blobs -> Optional.of(new Evidence("r1", "d", List.of(), List.of(), null, null, null, null)));
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
