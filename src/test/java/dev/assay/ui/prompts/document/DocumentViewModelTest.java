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
import java.util.ArrayDeque;
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
        document.refresh();
        assertThat(document.textProperty().get()).isEqualTo("one\ntwo\n");

        document.textProperty().set("one\n2\n");
        document.save(() -> {});

        assertThat(Files.readString(file("a"))).isEqualTo("one\r\n2\r\n");
    }

    @Test
    void linesThatWereNotEditedKeepTheirOwnEnds() throws IOException {
        Files.writeString(file("a"), "\ufeffone\r\ntwo\nthree\rfour");
        document.refresh();
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
    void aFileChangedOutsideIsNotOverwritten() throws IOException {
        document.textProperty().set("mine\n");
        Files.writeString(file("a"), "theirs\n");

        document.save(went::incrementAndGet);

        assertThat(Files.readString(file("a"))).isEqualTo("theirs\n");
        assertThat(document.textProperty().get()).isEqualTo("mine\n");
        assertThat(document.dirtyProperty().get()).isTrue();
        assertThat(rewritten().refused()).isTrue();
        assertThat(rewritten().theirs().text()).isEqualTo("theirs\n");
        assertThat(went).hasValue(0);
        document.refresh();
        assertThat(rewritten().refused()).isTrue();
    }

    @Test
    void aFileChangedBackIsSavedAgain() throws IOException {
        document.textProperty().set("mine\n");
        Files.writeString(file("a"), "theirs\n");
        document.refresh();
        assertThat(rewritten().refused()).isFalse();

        Files.writeString(file("a"), "one\n");
        document.refresh();
        assertThat(document.outsideProperty().get()).isNull();
        document.save(went::incrementAndGet);

        assertThat(file("a")).hasContent("mine\n");
        assertThat(went).hasValue(1);
    }

    @Test
    void anotherProgramThatWroteTheSameTextHasSavedIt() throws IOException {
        document.textProperty().set("same\n");
        Files.writeString(file("a"), "same\r\n");

        document.refresh();

        assertThat(document.outsideProperty().get()).isNull();
        assertThat(document.dirtyProperty().get()).isFalse();
    }

    @Test
    void aFileRemovedOutsideIsWrittenAgain() throws IOException {
        document.textProperty().set("mine\n");
        Files.delete(file("a"));
        document.refresh();
        assertThat(document.outsideProperty().get()).isInstanceOf(OutsideChange.Deleted.class);
        assertThat(document.textProperty().get()).isEqualTo("mine\n");

        document.save(went::incrementAndGet);

        assertThat(file("a")).hasContent("mine\n");
        assertThat(document.outsideProperty().get()).isNull();
        assertThat(went).hasValue(1);
    }

    @Test
    void aFileThatIsNoTextAnyLongerIsNeitherTakenNorWrittenOver() throws IOException {
        document.textProperty().set("mine\n");
        byte[] noText = {(byte) 0xff, (byte) 0xfe, 0};
        Files.write(file("a"), noText);

        document.refresh();
        assertThat(document.problemProperty().get()).contains("a.prompt");
        assertThat(document.outsideProperty().get()).isNull();
        document.save(went::incrementAndGet);

        assertThat(Files.readAllBytes(file("a"))).isEqualTo(noText);
        assertThat(document.textProperty().get()).isEqualTo("mine\n");
        assertThat(went).hasValue(0);
        Files.writeString(file("a"), "one\n");
        document.refresh();
        assertThat(document.problemProperty().get()).isEmpty();
    }

    @Test
    void theTextOfARemovedFileStaysAndCanBeSaved() throws IOException {
        Files.delete(file("a"));
        document.refresh();

        assertThat(document.textProperty().get()).isEqualTo("one\n");
        assertThat(document.dirtyProperty().get()).isFalse();
        assertThat(document.savableProperty().get()).isTrue();
        document.save(() -> {});
        assertThat(file("a")).hasContent("one\n");
    }

    @Test
    void aSaveUnderWayIsNoChangeOfAnotherProgram() {
        var background = new ArrayDeque<Runnable>();
        var slow = new DocumentViewModel(registry, new Tasks(background::add, Runnable::run), answers);
        slow.open("a");
        background.removeFirst().run();
        background.clear();
        slow.textProperty().set("mine\n");
        background.clear();

        slow.refresh();
        slow.save(went::incrementAndGet);
        slow.textProperty().set("mine, and more\n");
        registry.save("a", "mine\n");
        background.removeFirst().run();

        assertThat(slow.outsideProperty().get()).isNull();
        while (!background.isEmpty()) {
            background.removeFirst().run();
        }
        assertThat(slow.outsideProperty().get()).isNull();
        assertThat(slow.dirtyProperty().get()).isTrue();
        assertThat(went).hasValue(1);
    }

    @Test
    void beforeFilesChangeEditsAreSavedOrKeptAsTheUserDecides() {
        var kept = new AtomicInteger();
        document.textProperty().set("mine\n");

        document.ready(Runnable::run, went::incrementAndGet);
        assertThat(went).hasValue(0);
        answers.kept = Questions.Kept.KEEP;
        document.ready(
                next -> {
                    kept.incrementAndGet();
                    next.run();
                },
                went::incrementAndGet);
        assertThat(kept).hasValue(1);
        assertThat(went).hasValue(1);
        assertThat(document.textProperty().get()).isEqualTo("mine\n");
        assertThat(file("a")).hasContent("one\n");
        answers.kept = Questions.Kept.SAVE;
        document.ready(Runnable::run, went::incrementAndGet);
        assertThat(went).hasValue(2);
        assertThat(file("a")).hasContent("mine\n");
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
    void aPromptThatCannotBeOpenedIsOpenedOnceItIsMended() {
        document.open("missing");

        registry.save("missing", "now there\n");
        document.refresh();

        assertThat(document.unopenedProperty().get()).isNull();
        assertThat(document.textProperty().get()).isEqualTo("now there\n");
    }

    @Test
    void fromAPromptThatCannotBeOpenedThereIsAWayBack() {
        document.open("missing");

        document.open("a");

        assertThat(document.unopenedProperty().get()).isNull();
        assertThat(document.textProperty().get()).isEqualTo("one\n");
    }

    @Test
    void aPromptThatIsNotThereLeavesTheOpenOneAlone() {
        document.open("missing");

        assertThat(document.unopenedProperty().get().problem()).contains("missing");
        assertThat(document.textProperty().get()).isEqualTo("one\n");
        assertThat(document.stateProperty().get()).isEqualTo(DocumentViewModel.State.READY);
    }

    @Test
    void problemsOfTheTextAreKnown() {
        document.textProperty().set("{{#if x}}");

        assertThat(document.parsedProperty().get().problems()).isNotEmpty();
    }

    private OutsideChange.Rewritten rewritten() {
        return (OutsideChange.Rewritten) document.outsideProperty().get();
    }

    private Path file(String name) {
        return registry.root().resolve("prompts/" + name + ".prompt");
    }

    private static final class Answers implements Questions {
        private Unsaved unsaved = Unsaved.CANCEL;
        private Kept kept = Kept.CANCEL;

        @Override
        public Unsaved unsaved(String name) {
            return unsaved;
        }

        @Override
        public Kept filesChange(String name) {
            return kept;
        }
    }
}
