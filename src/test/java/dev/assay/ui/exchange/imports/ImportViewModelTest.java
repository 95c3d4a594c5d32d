package dev.assay.ui.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    private static final int ROWS = 50_000;

    @TempDir
    private Path home;

    private Path root;
    private Path file;
    private Workbench workbench;
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> shown = new ArrayDeque<>();
    private ImportViewModel viewModel;

    @BeforeEach
    void aTable() throws IOException {
        root = Workspaces.locate(null, home.toRealPath(), Map.of("HOME", home.toString()));
        Files.createDirectories(root.resolve("prompts"));
        Files.writeString(root.resolve("prompts/answer.prompt"), "{{letter}}\n");
        workbench = Workbench.open(root, "a test", notice -> {});
        file = home.resolve("letters.csv");
        Files.writeString(file, "Letter,ideal\n" + "What about my order number 7?,On its way\n".repeat(ROWS));
        viewModel = new ImportViewModel(workbench.exchange(), new Tasks(background::add, shown::add));
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
            show();
        }
    }

    private void show() {
        while (!shown.isEmpty()) {
            shown.remove().run();
        }
    }

    @Test
    void aLongReadingIsShownAndASecondOneStopsTheFirst() {
        List<Double> parts = new ArrayList<>();
        viewModel.progressProperty().subscribe(part -> parts.add(part.doubleValue()));
        viewModel.open(file);
        work();

        assertThat(viewModel.stateProperty().get()).isEqualTo(ImportViewModel.State.READY);
        assertThat(parts).hasSizeGreaterThan(10).contains(0.0);
        assertThat(((Target.Cases) viewModel.targets().getFirst()).dataset().cases())
                .isEqualTo(ROWS);
        assertThat(viewModel.targets().getFirst().preview())
                .startsWith("letter,expected\n")
                .endsWith("…");
    }

    @Test
    void whatIsStoppedWhileItIsReadShowsNothing() {
        viewModel.open(file);
        background.remove().run();
        show();
        viewModel.stop();
        work();

        assertThat(viewModel.stateProperty().get()).isEqualTo(ImportViewModel.State.EMPTY);
        assertThat(viewModel.problemProperty().get()).contains("Stopped");
        assertThat(viewModel.targets()).isEmpty();
    }

    @Test
    void whatIsStoppedWhileItIsWrittenLeavesNothingBehindAndCanBeWrittenAgain() {
        viewModel.open(file);
        work();
        viewModel.targets().getFirst().name().set("mine");
        viewModel.write();
        viewModel.stop();
        work();

        assertThat(root.resolve("datasets/mine.csv")).doesNotExist();
        assertThat(viewModel.stateProperty().get()).isEqualTo(ImportViewModel.State.READY);
        assertThat(viewModel.targets().getFirst().name().get()).isEqualTo("mine");
        viewModel.write();
        work();
        assertThat(viewModel.stateProperty().get()).isEqualTo(ImportViewModel.State.DONE);
        assertThat(root.resolve("datasets/mine.csv")).exists();
    }

    @Test
    void whereOneNameIsTakenNothingIsWritten() throws IOException {
        viewModel.paste("""
                prompts: ['Say {{x}}']
                tests: [{vars: {x: 1}}]
                """);
        work();
        viewModel.targets().getFirst().name().set("fresh");
        viewModel.targets().getLast().name().set("taken");
        Files.createDirectories(root.resolve("datasets"));
        Files.writeString(root.resolve("datasets/taken.csv"), "a\n1\n");
        viewModel.write();
        work();

        assertThat(viewModel.problemProperty().get()).contains("taken");
        assertThat(root.resolve("prompts/fresh.prompt")).doesNotExist();
        assertThat(Files.readString(root.resolve("datasets/taken.csv"))).isEqualTo("a\n1\n");
    }
}
