package dev.assay.ui.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.conflict.MergeState;
import dev.assay.registry.merge.Choice;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conflict screen without its window, on real git. */
class ConflictsViewModelTest {
    @TempDir
    Path folder;

    private TwoBranches work;
    private ConflictsViewModel viewModel;

    @BeforeEach
    void merge() throws IOException {
        work = TwoBranches.in(folder);
        work.repository().merge("trial");
        viewModel = new ConflictsViewModel(work.repository(), new Tasks(Runnable::run, Runnable::run));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private String onDisk() throws IOException {
        return Files.readString(work.workbench().root().resolve(TwoBranches.FILE));
    }

    @Test
    void aKeyAndTheLinesAreDecidedApartAndTheMergeIsFinished() throws IOException {
        assertThat(viewModel.decisions().all())
                .extracting(each -> each.conflict().name())
                .containsExactly("config.temperature", "");
        viewModel.decisions().all().get(0).choiceProperty().set(Choice.THEIRS);
        assertThat(viewModel.decisions().decidedProperty().get()).isFalse();
        viewModel.decisions().all().get(1).choiceProperty().set(Choice.BOTH);
        assertThat(viewModel.decisions().decidedProperty().get()).isTrue();

        viewModel.settle();
        assertThat(viewModel.files()).isEmpty();
        assertThat(onDisk()).contains("temperature: 2", "Say hello and smile.\nSay hello in one line.");
        viewModel.finish();

        assertThat(viewModel.doneProperty().get()).isTrue();
        assertThat(work.repository().state().kind()).isEqualTo(MergeState.Kind.NONE);
    }

    @Test
    void aFileWithMarkersLeftIsNotTakenAsItIs() {
        viewModel.takeAsOnDisk();

        assertThat(viewModel.problemProperty().get()).contains("a conflict is left here");
        assertThat(viewModel.files()).hasSize(1);
        assertThat(viewModel.readyProperty().get()).isFalse();
    }

    @Test
    void anAbortBringsTheFileBack() throws IOException {
        viewModel.abort();

        assertThat(viewModel.doneProperty().get()).isTrue();
        assertThat(onDisk()).contains("temperature: 1", "Say hello and smile.").doesNotContain("<<<<");
    }
}
