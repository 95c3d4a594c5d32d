package dev.assay.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.batch.BatchProgress;
import dev.assay.llm.BatchState;
import dev.assay.llm.BatchState.Counts;
import dev.assay.llm.ModelId;
import dev.assay.ui.fx.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs in batches, as the window tells of them. */
class BatchesViewModelTest {
    private final FakeBench bench = new FakeBench();
    private final CompareViewModel viewModel =
            new CompareViewModel(bench, new Tasks(Runnable::run, Runnable::run), Runnable::run, () -> 0);
    private final SetupViewModel setup = viewModel.setup();

    static BatchProgress progress(@Nullable BatchState state) {
        Instant sent = Instant.parse("2026-11-23T14:00:00Z");
        return new BatchProgress(
                "batch_1",
                ModelId.parse("openai/gpt-4o"),
                500,
                sent,
                state,
                sent.plusSeconds(90),
                Duration.ofSeconds(60),
                null);
    }

    static BatchProgress underWay() {
        return progress(new BatchState.UnderWay(new Counts(500, 120, 0), "in_progress"));
    }

    private String text() {
        return viewModel.batches().textProperty().get();
    }

    @Test
    void aRunInBatchesNeitherEndsEarlyNorTakesSimilarAnswers() {
        setup.load();
        setup.limits().batchProperty().set(true);
        setup.limits().whenSettledProperty().set(true);
        setup.cache().similarProperty().set(true);

        viewModel.run();

        assertThat(bench.ran).singleElement().satisfies(experiment -> {
            assertThat(experiment.settings().batch()).isTrue();
            assertThat(experiment.settings().stopWhenSettled()).isNull();
            assertThat(experiment.settings().similarity()).isNull();
        });
        assertThat(bench.estimated.getLast().settings().batch()).isTrue();
    }

    @Test
    void howFarAProviderIsIsToldUntilItsAnswersAreThere() {
        setup.load();
        bench.batches = List.of(progress(null), underWay());
        bench.afterFirstCell = () -> assertThat(text())
                .startsWith("openai/gpt-4o batch: 120 of 500 done by the provider (in_progress), asked ");
        viewModel.run();

        bench.afterFirstCell = () -> {};
        bench.batches = List.of(progress(null), progress(new BatchState.Ended(new Counts(500, 500, 0), "completed")));
        viewModel.run();

        assertThat(text()).isEmpty();
        assertThat(viewModel.batches().cancellableProperty().get()).isFalse();
    }

    @Test
    void whatAProviderStillWorksOnWhenTheRunIsStoppedCanBeCancelled() {
        setup.load();
        bench.batches = List.of(underWay());
        bench.stopAfter = 1;
        viewModel.run();
        assertThat(text()).endsWith("Resume collects the answers");
        assertThat(viewModel.batches().cancellableProperty().get()).isTrue();

        viewModel.cancelBatches();

        assertThat(bench.cancelled).hasSize(1);
        assertThat(text()).contains("was asked to leave off");
        assertThat(viewModel.batches().cancellableProperty().get()).isFalse();
    }
}
