package dev.assay.ui.prompts.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.PromptRef;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.files.RenameOptions;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesViewModelTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();
    private final Answers answers = new Answers();
    private final ObjectProperty<@Nullable Author> author = new SimpleObjectProperty<>();
    private GitPromptRegistry git;
    private FilesViewModel files;
    private String open = "";
    private boolean mayLeave = true;

    @BeforeEach
    void openWorkspace() throws IOException {
        git = GitPromptRegistry.create(folder.toRealPath().resolve("workspace"));
        git.save("_tone", "Be kind.\n");
        git.save("reply", "{{> tone}}\n");
        git.commit(List.of("prompts/_tone.prompt", "prompts/reply.prompt"), "Begin", ADA);
        var editor = new OpenPrompt(
                () -> open, this::leave, name -> heard.add("open " + name), () -> heard.add("refresh"), () -> {
                    open = "";
                    heard.add("close");
                });
        files = new FilesViewModel(
                git, editor, () -> heard.add("list"), author, answers, new Tasks(Runnable::run, Runnable::run));
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void aRenamedPromptStaysOpenUnderItsNewName() {
        open = "reply";
        answers.choice = Optional.of(new RenameChoice("support/reply", RenameOptions.ALONE, ADA));

        files.rename(entry("reply"));

        assertThat(heard).containsExactly("leave", "open support/reply", "list");
        assertThat(git.log("support/reply")).hasSize(2);
        assertThat(files.noticeProperty().get()).contains("support/reply");
        assertThat(author.get()).isEqualTo(ADA);
    }

    @Test
    void aRenameTakesReferencesAlongAndSaysSoBefore() {
        open = "reply";
        answers.choice = Optional.of(new RenameChoice("_voice", new RenameOptions(false, true), ADA));

        files.rename(entry("_tone"));

        assertThat(answers.renaming.references()).containsExactly("prompts/reply.prompt");
        assertThat(answers.renaming.taken()).contains("reply");
        assertThat(text("reply")).isEqualTo("{{> voice}}\n");
        assertThat(heard).containsExactly("leave", "refresh", "list");
    }

    @Test
    void aFolderIsRenamedWithAllOfItsPromptsByOneCommit() {
        git.save("old/_voice", "Be short.\n");
        git.save("old/deep/ask", "{{> old/voice}}\n");
        git.save("old/new", "not committed\n");
        git.commit(List.of("prompts/old/_voice.prompt", "prompts/old/deep/ask.prompt"), "More", ADA);
        open = "old/deep/ask";
        answers.choice = Optional.of(new RenameChoice("kept/fresh", new RenameOptions(false, true), ADA));

        files.renameFolder("old");

        assertThat(answers.renaming.references()).containsExactly("prompts/old/deep/ask.prompt");
        assertThat(text("kept/fresh/deep/ask")).isEqualTo("{{> kept/fresh/voice}}\n");
        assertThat(text("kept/fresh/new")).isEqualTo("not committed\n");
        assertThat(git.log("kept/fresh/deep/ask"))
                .extracting(PromptRevision::subject)
                .containsExactly("Rename folder old to kept/fresh", "More");
        assertThat(git.list()).extracting(PromptEntry::name).noneMatch(name -> name.startsWith("old/"));
        assertThat(heard).containsExactly("leave", "open kept/fresh/deep/ask", "list");
        assertThat(files.noticeProperty().get()).contains("old", "kept/fresh");
    }

    @Test
    void aFolderIsNotRenamedOverPromptsThatAreThere() {
        git.save("old/reply", "mine\n");
        git.save("kept/reply", "theirs\n");
        answers.choice = Optional.of(new RenameChoice("kept", new RenameOptions(false, true), ADA));

        files.renameFolder("old");

        assertThat(files.problemProperty().get()).contains("kept/reply");
        assertThat(text("old/reply")).isEqualTo("mine\n");
        assertThat(text("kept/reply")).isEqualTo("theirs\n");
    }

    @Test
    void nothingIsAskedWhereEditsAreToBeKept() {
        open = "reply";
        mayLeave = false;

        files.rename(entry("reply"));
        files.delete(entry("reply"));

        assertThat(answers.renaming).isNull();
        assertThat(answers.deleting).isNull();
        assertThat(text("reply")).isEqualTo("{{> tone}}\n");
    }

    @Test
    void aRefusedRenameSaysWhyAndChangesNothing() {
        answers.choice = Optional.of(new RenameChoice("../outside", RenameOptions.ALONE, ADA));

        files.rename(entry("reply"));

        assertThat(files.problemProperty().get()).isNotEmpty();
        assertThat(text("reply")).isEqualTo("{{> tone}}\n");
    }

    @Test
    void copiesHaveNamesOfTheirOwn() {
        files.duplicate(entry("reply"));
        files.duplicate(entry("reply"));

        assertThat(heard).contains("open reply-copy", "open reply-copy-2");
        assertThat(text("reply-copy-2")).isEqualTo("{{> tone}}\n");
    }

    @Test
    void aDeletedPromptIsClosedAndCanBeRestored() {
        open = "_tone";
        answers.delete = true;

        files.delete(entry("_tone"));

        assertThat(answers.deleting)
                .isEqualTo(new DeletePlan("_tone", GitStatus.CLEAN, List.of("prompts/reply.prompt")));
        assertThat(heard).containsExactly("leave", "close", "list");
        assertThat(entry("_tone").status()).isEqualTo(GitStatus.DELETED);

        files.restore(entry("_tone"));

        assertThat(text("_tone")).isEqualTo("Be kind.\n");
        assertThat(heard).endsWith("list", "open _tone");
    }

    @Test
    void whatNoCommitHasIsKeptInAFileThatIsNamed() {
        git.save("draft", "one\n");
        answers.delete = true;

        files.delete(entry("draft"));

        assertThat(files.noticeProperty().get()).contains("draft.prompt").contains(".assay/");
    }

    @Test
    void nothingIsDeletedUnlessTheUserAgrees() {
        files.delete(entry("reply"));

        assertThat(text("reply")).isEqualTo("{{> tone}}\n");
        assertThat(heard).isEmpty();
    }

    private void leave(Runnable next) {
        heard.add("leave");
        if (mayLeave) {
            next.run();
        }
    }

    private PromptEntry entry(String name) {
        return git.list().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String text(String name) {
        return git.load(new PromptRef(name, null)).text();
    }

    private static final class Answers implements FileQuestions {
        private Optional<RenameChoice> choice = Optional.empty();
        private boolean delete;
        private @Nullable RenamePlan renaming;
        private @Nullable DeletePlan deleting;

        @Override
        public Optional<RenameChoice> rename(RenamePlan plan) {
            renaming = plan;
            return choice;
        }

        @Override
        public boolean delete(DeletePlan plan) {
            deleting = plan;
            return delete;
        }
    }
}
