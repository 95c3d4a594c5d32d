package dev.assay.ui.prompts.blame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.StorageException;
import dev.assay.registry.log.BlamedLines;
import dev.assay.ui.fx.Tasks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BlameViewModelTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private String name = "a";
    private String text = "one\ntwo\n";
    private String problem = "";
    private boolean broken;
    private final BlameViewModel blame = new BlameViewModel(
            this::find,
            new BlameViewModel.Document(() -> name, () -> text, told -> problem = told),
            new Tasks(background::add, Runnable::run),
            pauses::add);

    private List<BlamedLines> find(String prompt, String content) {
        asked.add(prompt + ":" + content);
        if (broken) {
            throw new StorageException("Git cannot blame it", null);
        }
        int lines = (int) content.lines().count();
        return List.of(new BlamedLines(1, lines, LineOriginsTest.commit("a"), "prompts/a.prompt", 1));
    }

    private static void run(Queue<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private boolean isTold(int line) {
        return blame.origin(line) instanceof LineOrigin.Committed;
    }

    @Test
    void nothingIsAskedWhileItIsOff() {
        blame.refresh();
        run(background);

        assertThat(asked).isEmpty();
    }

    @Test
    void turnedOnItTellsTheTextInTheEditor() {
        blame.onProperty().set(true);
        run(background);

        assertThat(asked).containsExactly("a:one\ntwo\n");
        assertThat(isTold(0)).isTrue();
        assertThat(isTold(2)).isFalse();

        blame.onProperty().set(false);
        assertThat(isTold(0)).isFalse();
    }

    @Test
    void anEditIsNotToldUntilItIsLookedUpAgain() {
        blame.onProperty().set(true);
        run(background);

        text = "one\nTWO\n";
        blame.edited(1, 0, 0);
        assertThat(isTold(0)).isTrue();
        assertThat(isTold(1)).isFalse();
        run(pauses);
        run(background);

        assertThat(asked).last().isEqualTo("a:one\nTWO\n");
        assertThat(isTold(1)).isTrue();
    }

    @Test
    void whatWasFoundOfAnOlderTextIsNotShown() {
        blame.onProperty().set(true);
        text = "new\none\ntwo\n";
        blame.edited(0, 0, 1);

        run(background);
        assertThat(isTold(0)).isFalse();

        run(pauses);
        run(background);
        assertThat(isTold(2)).isTrue();
    }

    @Test
    void manyEditsAreLookedUpOnce() {
        blame.onProperty().set(true);
        run(background);

        blame.edited(0, 0, 0);
        blame.edited(0, 0, 0);
        blame.edited(0, 0, 0);
        run(pauses);
        run(background);

        assertThat(asked).hasSize(2);
    }

    @Test
    void anotherPromptShowsNothingOfTheOneBefore() {
        blame.onProperty().set(true);
        run(background);

        name = "b";
        blame.refresh();

        assertThat(isTold(0)).isFalse();
        run(background);
        assertThat(isTold(0)).isTrue();
    }

    @Test
    void aHistoryThatCannotBeReadIsTold() {
        broken = true;

        blame.onProperty().set(true);
        run(background);

        assertThat(problem).isEqualTo("Git cannot blame it");
    }
}
