package dev.assay.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {
    @TempDir
    Path folder;

    private GitPromptRegistry registry;
    private LogViewModel log;

    @BeforeEach
    void open() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath().resolve("workspace"));
        commit("one\n", "First");
        commit("two\n", "Second");
        registry.save("a", "three\n");
        log = new LogViewModel(registry, new Tasks(Runnable::run, Runnable::run));
        log.show("a");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void listsTheCommitsNewestFirst() {
        assertThat(log.revisions()).extracting(PromptRevision::subject).containsExactly("Second", "First");
    }

    @Test
    void comparesACommitWithTheWorkingCopy() {
        log.chosenProperty().set(log.revisions().getLast());

        assertThat(log.diffProperty().get()).contains("-one").contains("+three");
    }

    @Test
    void showsThePastTextAndGoesBack() {
        log.chosenProperty().set(log.revisions().getLast());

        log.view();
        assertThat(log.viewedProperty().get().text()).isEqualTo("one\n");

        log.closeView();
        assertThat(log.viewedProperty().get()).isNull();
    }

    @Test
    void anotherPromptStartsAfresh() {
        log.chosenProperty().set(log.revisions().getLast());
        log.view();
        registry.save("b", "new\n");

        log.show("b");

        assertThat(log.revisions()).isEmpty();
        assertThat(log.diffProperty().get()).isEmpty();
        assertThat(log.viewedProperty().get()).isNull();
    }

    private void commit(String text, String message) {
        registry.save("a", text);
        registry.commit(List.of("prompts/a.prompt"), message, new Author("Ada", "ada@example.org"));
    }
}
