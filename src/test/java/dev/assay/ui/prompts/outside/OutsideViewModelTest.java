package dev.assay.ui.prompts.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.merge.Choice;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.document.OutsideChange;
import dev.assay.ui.prompts.document.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideViewModelTest {
    private static final String BASE = """
            ---
            model: offline/fast
            config:
              temperature: 0
            ---
            One.

            Two.

            Three.
            """;

    @TempDir
    Path folder;

    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private final List<OutsideViewModel.Conflicting> undecided = new ArrayList<>();
    private Questions.Unsaved leaving = Questions.Unsaved.CANCEL;
    private GitPromptRegistry registry;
    private DocumentViewModel document;
    private OutsideViewModel outside;

    @BeforeEach
    void open() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath().resolve("workspace"));
        registry.save("a", BASE);
        document = new DocumentViewModel(registry, tasks, new Answers());
        outside = new OutsideViewModel(document, tasks);
        document.open("a");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void changesOfDifferentPlacesAreMerged() throws IOException {
        mine(BASE.replace("Three.", "My three."));
        theirs(BASE.replace("temperature: 0", "temperature: 1").replace("One.", "Their one."));

        outside.merge(undecided::add);

        String merged = BASE.replace("temperature: 0", "temperature: 1")
                .replace("One.", "Their one.")
                .replace("Three.", "My three.");
        assertThat(text()).isEqualTo(merged);
        assertThat(outside.changeProperty().get()).isNull();
        assertThat(document.dirtyProperty().get()).isTrue();
        document.save(() -> {});
        assertThat(file()).hasContent(merged);
    }

    @Test
    void whatBothChangedIsDecidedByTheUser() throws IOException {
        mine(BASE.replace("Two.", "My two."));
        theirs(BASE.replace("Two.", "Their two.").replace("One.", "Their one."));

        outside.merge(undecided::add);

        assertThat(text()).contains("My two.").doesNotContain("Their");
        OutsideViewModel.Conflicting conflicting = undecided.getFirst();
        assertThat(conflicting.text().conflicts()).hasSize(1);
        outside.settle(conflicting, conflicting.text().settled(Choice.OURS));
        assertThat(text()).contains("My two.", "Their one.").doesNotContain("Their two.");
        assertThat(outside.changeProperty().get()).isNull();
        document.save(() -> {});
        assertThat(file()).hasContent(text());
    }

    @Test
    void aFileThatChangesAgainWhileTheUserDecidesIsTold() throws IOException {
        mine(BASE.replace("Two.", "My two."));
        theirs(BASE.replace("Two.", "Their two."));
        outside.merge(undecided::add);
        theirs(BASE.replace("Two.", "Their other two."));

        OutsideViewModel.Conflicting conflicting = undecided.getFirst();
        outside.settle(conflicting, conflicting.text().settled(Choice.OURS));

        assertThat(text()).contains("My two.");
        assertThat(outside.changeProperty().get()).isInstanceOf(OutsideChange.Rewritten.class);
    }

    @Test
    void whatIsKeptTakesThePlaceOfTheFileWithTheNextSave() throws IOException {
        mine("mine\n");
        theirs("theirs\n");

        outside.keepMine();

        assertThat(file()).hasContent("theirs\n");
        assertThat(text()).isEqualTo("mine\n");
        assertThat(outside.changeProperty().get()).isNull();
        assertThat(document.noticeProperty().get()).isNotBlank();
        document.save(() -> {});
        assertThat(file()).hasContent("mine\n");
    }

    @Test
    void whatIsKeptIsNotSavedOverAnotherChange() throws IOException {
        mine("mine\n");
        theirs("theirs\n");
        outside.keepMine();
        Files.writeString(file(), "theirs again\n");

        document.save(() -> {});

        assertThat(file()).hasContent("theirs again\n");
        assertThat(outside.changeProperty().get()).isInstanceOf(OutsideChange.Rewritten.class);
    }

    @Test
    void theTextOfTheFileCanBeTaken() throws IOException {
        mine("mine\n");
        theirs("theirs\r\n");

        outside.takeTheirs();

        assertThat(text()).isEqualTo("theirs\n");
        assertThat(document.dirtyProperty().get()).isFalse();
        assertThat(outside.changeProperty().get()).isNull();
    }

    @Test
    void aFileThatIsGoneIsWrittenAgainOrItsPromptClosed() throws IOException {
        Files.delete(file());
        document.refresh();
        outside.save();
        assertThat(file()).hasContent(BASE);

        mine("mine\n");
        Files.delete(file());
        document.refresh();
        outside.close();
        assertThat(text()).isEqualTo("mine\n");
        leaving = Questions.Unsaved.DISCARD;
        outside.close();
        assertThat(document.storedProperty().get()).isNull();
        assertThat(file()).doesNotExist();
    }

    private void mine(String text) {
        document.textProperty().set(text);
    }

    private void theirs(String text) throws IOException {
        Files.writeString(file(), text);
        document.refresh();
    }

    private String text() {
        return document.textProperty().get();
    }

    private Path file() {
        return registry.root().resolve("prompts/a.prompt");
    }

    private final class Answers implements Questions {
        @Override
        public Unsaved unsaved(String name) {
            return leaving;
        }

        @Override
        public Kept filesChange(String name) {
            return Kept.CANCEL;
        }
    }
}
