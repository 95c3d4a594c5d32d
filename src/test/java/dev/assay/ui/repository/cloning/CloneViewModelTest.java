package dev.assay.ui.repository.cloning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.registry.remote.Cloned;
import dev.assay.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CloneViewModelTest {
    private static final Path HOME = Path.of("/home/ada");

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Cloned> opened = new ArrayList<>();

    private CloneViewModel viewModel(Cloning cloning) {
        return new CloneViewModel(cloning, HOME, new Tasks(background::add, Runnable::run), Runnable::run, opened::add);
    }

    private static Cloned cloned(Path folder) {
        return new Cloned(folder, "main", List.of());
    }

    @Test
    void suggestsAFolderUntilTheUserHasAnotherWish() {
        CloneViewModel viewModel = viewModel((url, folder, progress) -> cloned(folder));
        assertThat(viewModel.incomplete().get()).isTrue();

        viewModel.addressProperty().set("git@example.org:team/prompts.git");
        assertThat(viewModel.folderProperty().get())
                .isEqualTo(HOME.resolve("prompts").toString());
        assertThat(viewModel.incomplete().get()).isFalse();
        viewModel.addressProperty().set("https://example.org/..");
        assertThat(viewModel.folderProperty().get()).isEmpty();
        viewModel.folderProperty().set("/tmp/mine");
        viewModel.addressProperty().set("git@example.org:team/other.git");
        assertThat(viewModel.folderProperty().get()).isEqualTo("/tmp/mine");
    }

    @Test
    void showsHowFarItIsAndOpensTheWorkspace() {
        var shown = new ArrayList<String>();
        CloneViewModel viewModel = viewModel((url, folder, progress) -> {
            progress.at("Receiving objects", 3, 7);
            return cloned(folder);
        });
        viewModel.progressProperty().subscribe(text -> shown.add(text));
        viewModel.addressProperty().set(" https://example.org/prompts.git ");

        viewModel.start();
        assertThat(viewModel.busyProperty().get()).isTrue();
        assertThat(viewModel.incomplete().get()).isTrue();
        background.remove().run();

        assertThat(shown).containsExactly("", "Connecting", "Receiving objects: 3 of 7", "");
        assertThat(opened).containsExactly(cloned(HOME.resolve("prompts")));
        assertThat(viewModel.busyProperty().get()).isFalse();
    }

    @Test
    void tellsWhatIsWrongAndKeepsWhatWasTyped() {
        CloneViewModel viewModel = viewModel((url, folder, progress) -> {
            throw new InputException("There is no host 'x'");
        });
        viewModel.addressProperty().set("https://x/prompts.git");
        viewModel.start();
        background.remove().run();

        assertThat(viewModel.problemProperty().get()).isEqualTo("There is no host 'x'");
        assertThat(viewModel.addressProperty().get()).isEqualTo("https://x/prompts.git");
        assertThat(viewModel.incomplete().get()).isFalse();
        viewModel.start();
        assertThat(viewModel.problemProperty().get()).isEmpty();
    }

    @Test
    void aStoppedCloneIsNoFailure() {
        CloneViewModel viewModel = viewModel((url, folder, progress) -> {
            if (progress.isCancelled()) {
                throw new CancelledException("Stopped");
            }
            return cloned(folder);
        });
        viewModel.addressProperty().set("https://example.org/prompts.git");
        viewModel.start();
        viewModel.stop();
        background.remove().run();

        assertThat(viewModel.problemProperty().get()).isEmpty();
        assertThat(opened).isEmpty();
        assertThat(viewModel.busyProperty().get()).isFalse();
    }
}
