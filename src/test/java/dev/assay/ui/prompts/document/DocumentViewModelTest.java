package dev.assay.ui.prompts.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PromptVariable;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentViewModelTest {
    @TempDir
    Path folder;

    private final Answers answers = new Answers();
    private final AtomicInteger went = new AtomicInteger();
    private GitPromptRegistry registry;
    private DocumentViewModel document;

    @BeforeEach
    void open() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath().resolve("workspace"));
        registry.save("a", "one\n");
        registry.save("b", "two\n");
        document = new DocumentViewModel(registry, new Tasks(Runnable::run, Runnable::run), answers);
        document.open("a");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void anOpenedPromptHasNoEdits() {
        assertThat(document.stateProperty().get()).isEqualTo(DocumentViewModel.State.READY);
        assertThat(document.textProperty().get()).isEqualTo("one\n");
        assertThat(document.dirtyProperty().get()).isFalse();
    }

    @Test
    void savedEditsAreOnDisk() throws IOException {
        document.textProperty().set("edited\n");
        assertThat(document.dirtyProperty().get()).isTrue();

        document.save(went::incrementAndGet);

        assertThat(file("a")).hasContent("edited\n");
        assertThat(document.dirtyProperty().get()).isFalse();
        assertThat(went).hasValue(1);
    }

    @Test
    void theLineEndsOfTheFileAreKept() throws IOException {
        Files.writeString(file("a"), "one\r\ntwo\r\n");
        document.reload();
        assertThat(document.textProperty().get()).isEqualTo("one\ntwo\n");

        document.textProperty().set("one\n2\n");
        document.save(() -> {});

        assertThat(Files.readString(file("a"))).isEqualTo("one\r\n2\r\n");
    }

    @Test
    void linesThatWereNotEditedKeepTheirOwnEnds() throws IOException {
        Files.writeString(file("a"), "\ufeffone\r\ntwo\nthree\rfour");
        document.reload();
        assertThat(document.textProperty().get()).isEqualTo("one\ntwo\nthree\nfour");

        document.textProperty().set("one\n2\nthree\nfour");
        document.save(() -> {});

        assertThat(Files.readAllBytes(file("a")))
                .isEqualTo("\ufeffone\r\n2\r\nthree\rfour".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatAnotherProgramWroteIsTakenOverWhereThereAreNoEdits() throws IOException {
        Files.writeString(file("a"), "theirs\n");

        document.refresh();

        assertThat(document.textProperty().get()).isEqualTo("theirs\n");
        assertThat(document.dirtyProperty().get()).isFalse();
    }

    @Test
    void whatAnotherProgramWroteLeavesEditsAlone() throws IOException {
        document.textProperty().set("mine\n");
        Files.writeString(file("a"), "theirs\n");

        document.refresh();

        assertThat(document.textProperty().get()).isEqualTo("mine\n");
        assertThat(document.dirtyProperty().get()).isTrue();
    }

    @Test
    void partialsAreLookedInto() {
        registry.save("_who", "Dear {{name}},");
        document.textProperty().set("{{> who}} {{> nobody}}");

        Parsed parsed = document.parsedProperty().get();
        assertThat(parsed.variables()).extracting(PromptVariable::name).containsExactly("name");
        assertThat(parsed.problems())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .contains("nobody");
        assertThat(document.analyse("{{> nobody}}").problems()).isNotEmpty();
    }

    @Test
    void aFileChangedOutsideIsNotOverwrittenUnasked() throws IOException {
        document.textProperty().set("mine\n");
        Files.writeString(file("a"), "theirs\n");

        document.save(went::incrementAndGet);

        assertThat(Files.readString(file("a"))).isEqualTo("theirs\n");
        assertThat(document.textProperty().get()).isEqualTo("mine\n");
        assertThat(answers.asked).isEqualTo("prompts/a.prompt");
        assertThat(went).hasValue(0);
    }

    @Test
    void aFileChangedOutsideIsOverwrittenWhereTheUserSaysSo() throws IOException {
        answers.changed = Questions.Changed.OVERWRITE;
        document.textProperty().set("mine\n");
        Files.writeString(file("a"), "theirs\n");

        document.save(went::incrementAndGet);

        assertThat(Files.readString(file("a"))).isEqualTo("mine\n");
        assertThat(went).hasValue(1);
    }

    @Test
    void aFileRemovedOutsideIsAskedAboutToo() throws IOException {
        document.textProperty().set("mine\n");
        Files.delete(file("a"));

        document.save(went::incrementAndGet);

        assertThat(file("a")).doesNotExist();
        assertThat(answers.asked).isEqualTo("prompts/a.prompt");
    }

    @Test
    void reloadingTakesWhatIsOnDisk() throws IOException {
        answers.changed = Questions.Changed.RELOAD;
        document.textProperty().set("mine\n");
        Files.writeString(file("a"), "theirs\n");

        document.save(went::incrementAndGet);

        assertThat(document.textProperty().get()).isEqualTo("theirs\n");
        assertThat(document.dirtyProperty().get()).isFalse();
    }

    @Test
    void switchingWithEditsIsCancelledByDefault() {
        document.textProperty().set("mine\n");

        document.open("b");

        assertThat(document.storedProperty().get().ref().name()).isEqualTo("a");
        assertThat(document.textProperty().get()).isEqualTo("mine\n");
    }

    @Test
    void switchingMaySaveFirst() {
        answers.unsaved = Questions.Unsaved.SAVE;
        document.textProperty().set("mine\n");

        document.open("b");

        assertThat(file("a")).hasContent("mine\n");
        assertThat(document.textProperty().get()).isEqualTo("two\n");
    }

    @Test
    void switchingMayDiscardTheEdits() {
        answers.unsaved = Questions.Unsaved.DISCARD;
        document.textProperty().set("mine\n");

        document.open("b");

        assertThat(file("a")).hasContent("one\n");
        assertThat(document.textProperty().get()).isEqualTo("two\n");
    }

    @Test
    void closingSavesFirstAndThenAsksTheWindowAgain() {
        answers.unsaved = Questions.Unsaved.SAVE;
        document.textProperty().set("mine\n");

        assertThat(document.mayClose(went::incrementAndGet)).isFalse();

        assertThat(went).hasValue(1);
        assertThat(document.mayClose(went::incrementAndGet)).isTrue();
        assertThat(file("a")).hasContent("mine\n");
    }

    @Test
    void aPromptThatIsNotThereLeavesTheOpenOneAlone() {
        document.open("missing");

        assertThat(document.problemProperty().get()).contains("missing");
        assertThat(document.textProperty().get()).isEqualTo("one\n");
        assertThat(document.stateProperty().get()).isEqualTo(DocumentViewModel.State.READY);
    }

    @Test
    void problemsOfTheTextAreKnown() {
        document.textProperty().set("{{#if x}}");

        assertThat(document.parsedProperty().get().problems()).isNotEmpty();
    }

    private Path file(String name) {
        return registry.root().resolve("prompts/" + name + ".prompt");
    }

    private static final class Answers implements Questions {
        private Unsaved unsaved = Unsaved.CANCEL;
        private Changed changed = Changed.CANCEL;
        private String asked = "";

        @Override
        public Unsaved unsaved(String name) {
            return unsaved;
        }

        @Override
        public Changed changedOutside(String path) {
            asked = path;
            return changed;
        }
    }
}
