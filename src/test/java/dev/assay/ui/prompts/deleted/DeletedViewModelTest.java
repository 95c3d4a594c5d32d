package dev.assay.ui.prompts.deleted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.StorageException;
import dev.assay.registry.files.DeletedPrompt;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Tasks;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeletedViewModelTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(background::add, Runnable::run);

    private static DeletedPrompt prompt(int number) {
        var commit = new PromptRevision("a".repeat(40), "Ada", "ada@example.org", Instant.EPOCH, "Tidy up", "");
        return new DeletedPrompt("old/" + number, commit, "b".repeat(40));
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    @Test
    void theListSaysThatItLooksAndThenThatThereIsNone() {
        var deleted = new DeletedViewModel(limit -> List.of(), tasks);

        deleted.load();
        assertThat(deleted.stateProperty().get()).startsWith("Looking");
        work();

        assertThat(deleted.prompts()).isEmpty();
        assertThat(deleted.stateProperty().get()).startsWith("No commit");
    }

    @Test
    void moreThanIsListedIsSaid() {
        var deleted = new DeletedViewModel(
                limit -> IntStream.range(0, limit)
                        .mapToObj(DeletedViewModelTest::prompt)
                        .toList(),
                tasks);

        deleted.load();
        work();

        assertThat(deleted.prompts()).hasSize(DeletedViewModel.LIMIT);
        assertThat(deleted.noteProperty().get()).contains("200");
    }

    @Test
    void aClosedDialogHearsNothingMore() {
        var deleted = new DeletedViewModel(limit -> List.of(prompt(1)), tasks);

        deleted.load();
        deleted.stop();
        work();

        assertThat(deleted.prompts()).isEmpty();
    }

    @Test
    void aHistoryThatCannotBeReadIsTold() {
        var deleted = new DeletedViewModel(
                limit -> {
                    throw new StorageException("Git cannot read the history", null);
                },
                tasks);

        deleted.load();
        work();

        assertThat(deleted.stateProperty().get()).isEqualTo("Git cannot read the history");
    }
}
