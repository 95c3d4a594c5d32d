package dev.assay.ui.prompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.diff.DiffRow;
import dev.assay.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonViewModelTest {
    private static final ModelId MODEL = ModelId.parse("offline/brief");

    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private final FakePast past = new FakePast(3);
    private final HistoryViewModel history = new HistoryViewModel(past, tasks);
    private final List<String> edits = new ArrayList<>();
    private final List<PromptRef> experiments = new ArrayList<>();
    private Map<String, Object> values = Map.of("x", "y");
    private final ComparisonViewModel comparison = new ComparisonViewModel(
            history,
            past,
            new ComparisonViewModel.Editor(
                    () -> "text now\n", edits::add, () -> values, () -> MODEL, () -> "cases", Runnable::run),
            tasks);

    @BeforeEach
    void show() {
        history.show("a");
        comparison.onExperiment((older, newer, model, dataset) -> {
            assertThat(model).isEqualTo(MODEL);
            assertThat(dataset).isEqualTo("cases");
            experiments.addAll(List.of(older, newer));
        });
    }

    @Test
    void oneCommitIsComparedWithWhatTheEditorHolds() {
        history.choose(List.of(history.revisions().getLast()));

        assertThat(comparison.openProperty().get()).isTrue();
        assertThat(sides()).containsExactly("text 1", "text now");
    }

    @Test
    void twoCommitsAreComparedTheOlderFirst() {
        history.choose(
                List.of(history.revisions().getFirst(), history.revisions().getLast()));

        assertThat(sides()).containsExactly("text 1", "text 3");
    }

    @Test
    void theMessagesAreComparedWithTheSameValues() {
        history.choose(List.of(history.revisions().getLast()));

        comparison.renderedProperty().set(true);

        assertThat(sides()).containsExactly("rendered 1{x=y}", "rendered text now{x=y}");
    }

    @Test
    void messagesThatCannotBeRenderedSayWhy() {
        values = Map.of();
        history.choose(List.of(history.revisions().getLast()));

        comparison.renderedProperty().set(true);

        assertThat(comparison.problemProperty().get()).isEqualTo("a value is missing");
        assertThat(comparison.diff().diffProperty().get().isEmpty()).isTrue();
    }

    @Test
    void aRestoredVersionIsAnEditAndClosesTheComparison() {
        history.choose(List.of(history.revisions().getLast()));

        comparison.restore(history.revisions().getLast());

        assertThat(edits).containsExactly("text 1\n");
        assertThat(comparison.openProperty().get()).isFalse();
    }

    @Test
    void twoVersionsGoToAnExperimentTheOlderAsBaseline() {
        history.choose(
                List.of(history.revisions().getFirst(), history.revisions().getLast()));

        comparison.experiment();

        assertThat(experiments)
                .containsExactly(new PromptRef("a", "%040d".formatted(1)), new PromptRef("a", "%040d".formatted(3)));
    }

    @Test
    void oneVersionGoesThereWithTheWorkingCopy() {
        history.choose(List.of(history.revisions().getLast()));

        comparison.experiment();

        assertThat(experiments).containsExactly(new PromptRef("a", "%040d".formatted(1)), new PromptRef("a", null));
    }

    private List<String> sides() {
        DiffRow row = comparison.diff().diffProperty().get().rows().getFirst();
        return List.of(row.before().text(), row.after().text());
    }
}
