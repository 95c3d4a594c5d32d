package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.InputException;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private static ShellViewModel<String> opening(Function<Consumer<String>, String> opener) {
        return new ShellViewModel<>(
                Path.of("work", "prompts-of-mine"), opener, new Tasks(Runnable::run, Runnable::run));
    }

    @Test
    void anOpenWorkspaceIsReady() {
        var viewModel = opening(notices -> "open");

        viewModel.open();

        assertThat(viewModel.stateProperty().get()).isEqualTo(ShellViewModel.State.READY);
        assertThat(viewModel.openedProperty().get()).isEqualTo("open");
        assertThat(viewModel.noticeProperty().get()).isEmpty();
    }

    @Test
    void aNoticeOfTheWorkspaceStaysInTheStatusLine() {
        var viewModel = opening(notices -> {
            notices.accept("Another process holds the history: this window only reads");
            return "open";
        });

        viewModel.open();

        assertThat(viewModel.noticeProperty().get())
                .isEqualTo("Another process holds the history: this window only reads");
    }

    @Test
    void aWorkspaceThatCannotBeOpenedSaysWhyAndCanBeTriedAgain() {
        var failing = new boolean[] {true};
        var viewModel = opening(notices -> {
            if (failing[0]) {
                throw new InputException("providers.yaml:3:1: no such key");
            }
            return "open";
        });

        viewModel.open();
        assertThat(viewModel.stateProperty().get()).isEqualTo(ShellViewModel.State.FAILED);
        assertThat(viewModel.failureProperty().get())
                .extracting(Failure::summary)
                .isEqualTo("providers.yaml:3:1: no such key");

        failing[0] = false;
        viewModel.open();
        assertThat(viewModel.stateProperty().get()).isEqualTo(ShellViewModel.State.READY);
    }
}
