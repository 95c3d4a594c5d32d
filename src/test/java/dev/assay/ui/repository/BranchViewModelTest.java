package dev.assay.ui.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.branch.Branch;
import dev.assay.registry.conflict.MergeState;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The branch menu without its window, on real git. */
class BranchViewModelTest {
    @TempDir
    Path folder;

    private final FakeWindow window = new FakeWindow();
    private TwoBranches work;
    private BranchViewModel viewModel;

    @BeforeEach
    void open() throws IOException {
        work = TwoBranches.in(folder);
        viewModel = new BranchViewModel(
                work.repository(),
                work.workbench().registry()::branch,
                new Tasks(Runnable::run, Runnable::run),
                Runnable::run,
                CredentialPrompt.NONE,
                window);
        viewModel.refresh();
    }

    @AfterEach
    void close() {
        work.close();
    }

    private String onDisk() throws IOException {
        return Files.readString(work.workbench().root().resolve(TwoBranches.FILE));
    }

    @Test
    void theCurrentBranchStandsFirst() {
        assertThat(viewModel.nowProperty().get().label()).isEqualTo("main");
        assertThat(viewModel.nowProperty().get().local())
                .extracting(Branch::name)
                .containsExactly("main", "trial");
    }

    @Test
    void aNewBranchIsMadeAndCheckedOut() {
        viewModel.create("shorter");

        assertThat(viewModel.nowProperty().get().label()).isEqualTo("shorter");
        assertThat(window.told).containsExactly("Switched to shorter");
    }

    @Test
    void aNameThatGitRefusesIsSaid() {
        viewModel.create("no..name");

        assertThat(window.failures).singleElement().asString().contains("no..name");
        assertThat(viewModel.busyProperty().get()).isFalse();
    }

    @Test
    void nothingChangesFilesWhileTheWindowHoldsUnsavedTextThatTheUserWantsFirst() throws IOException {
        String before = onDisk();
        window.isReady = false;

        viewModel.switchTo("trial");
        viewModel.merge("trial");
        viewModel.pull();
        viewModel.abort();

        assertThat(viewModel.nowProperty().get().label()).isEqualTo("main");
        assertThat(onDisk()).isEqualTo(before);
        assertThat(window.told).isEmpty();
        assertThat(window.failures).isEmpty();
    }

    @Test
    void editsInTheWayStayWhereTheUserDoesNotCarryThem() throws IOException {
        work.save(1, "Say hello, my edit.");

        viewModel.switchTo("trial");

        assertThat(window.told).contains("carry [" + TwoBranches.FILE + "] to trial?");
        assertThat(viewModel.nowProperty().get().label()).isEqualTo("main");
        assertThat(onDisk()).contains("my edit");
    }

    @Test
    void editsThatAreCarriedAreAppliedOnTheOtherBranch() throws IOException {
        viewModel.create("twin");
        work.commit(3, "Say hello and smile.");
        work.save(3, "Say hello, my edit.");
        window.carries = true;

        viewModel.switchTo("main");

        assertThat(viewModel.nowProperty().get().label()).isEqualTo("main");
        assertThat(onDisk()).contains("temperature: 1", "my edit");
    }

    @Test
    void aMergeWithConflictsIsUnderWayUntilItIsAborted() throws IOException {
        String before = onDisk();
        viewModel.merge("trial");
        assertThat(viewModel.nowProperty().get().state().kind()).isEqualTo(MergeState.Kind.MERGE);

        assertThat(window.told).last().isEqualTo("resolve");

        viewModel.abort();
        assertThat(viewModel.nowProperty().get().state().kind()).isEqualTo(MergeState.Kind.NONE);
        assertThat(onDisk()).isEqualTo(before);
    }

    @Test
    void theBranchIsPushedAndItsLeadShown() throws Exception {
        Path remote = Files.createDirectory(folder.resolve("remote.git"));
        Git.init().setBare(true).setDirectory(remote.toFile()).call().close();
        viewModel.addRemote(remote.toString());

        viewModel.push();
        work.commit(5, "Say hello.");
        viewModel.refresh();

        assertThat(window.failures).isEmpty();
        assertThat(window.told).containsExactly("Nothing new to fetch", "Pushed to origin/main");
        assertThat(viewModel.nowProperty().get().ahead()).isEqualTo(1);
        viewModel.pull();
        assertThat(window.told.getLast()).isEqualTo("origin/main has nothing new");
    }
}
