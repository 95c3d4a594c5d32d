package dev.assay.ui.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.exchange.ExportFormat;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExportViewTest {
    @TempDir
    static Path temporary;

    private final Tasks tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
    private Path root;
    private Workbench workbench;
    private Stage window;
    private ExportViewModel viewModel;
    private Theme theme;

    @Start
    private void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory(temporary.toRealPath(), "home");
        root = Workspaces.locate(null, home, Map.of("HOME", home.toString()));
        Files.writeString(root.resolve("prompts/logic.prompt"), "{{#if urgent}}Hurry{{else}}Wait{{/if}} {{letter}}\n");
        workbench = Workbench.open(root, "a test", notice -> {});
        window = stage;
        var scene = new Scene(new StackPane(), 960, 760);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aPromptIsShownInAnotherFormatCopiedAndSaved(FxRobot robot) throws Exception {
        open(robot);
        await(() -> viewModel.textProperty().get().contains("prompts:"));
        snap(robot, "export");
        robot.interact(() -> viewModel.formatProperty().set(ExportFormat.PYTHON));
        await(() -> viewModel.textProperty().get().contains("urllib"));
        robot.clickOn((Node) robot.lookup(".exchange-bar #copy").query());
        await(() -> {
            var text = new String[1];
            robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
            return text[0] != null && text[0].contains("import urllib.request");
        });

        Path file = root.resolve("send.py");
        robot.interact(() -> viewModel.save(file, failure -> {}));
        await(() -> Files.exists(file)
                && Files.readString(file).equals(viewModel.textProperty().get()));
    }

    @Test
    void whatAFormatCannotSayIsToldInsteadOfAText(FxRobot robot) throws Exception {
        open(robot);
        await(() -> viewModel.prompts().contains("logic"));
        robot.interact(() -> {
            viewModel.formatProperty().set(ExportFormat.LANGFUSE);
            viewModel.promptProperty().set("logic");
        });
        await(() -> viewModel.problemProperty().get().contains("Langfuse"));
        assertThat(viewModel.textProperty().get()).isEmpty();
        snap(robot, "export-refused");

        robot.interact(() -> viewModel.formatProperty().set(ExportFormat.CSV));
        await(() -> viewModel.problemProperty().get().contains("dataset"));
    }

    private void open(FxRobot robot) {
        viewModel = new ExportViewModel(workbench, tasks);
        robot.interact(() -> ExportDialog.show(window, viewModel));
    }

    private void snap(FxRobot robot, String name) {
        waitForFxEvents();
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = robot.lookup("#text").<Node>query().getScene();
            robot.interact(() -> Snapshots.write(scene, 920, 720, name));
            robot.interact(() -> {
                theme.choiceProperty().set(Theme.Choice.DARK);
                scene.getStylesheets().setAll(window.getScene().getStylesheets());
                Snapshots.write(scene, 920, 720, name + "-dark");
                Snapshots.write(scene, 1872, 1032, name + "-wide");
                theme.choiceProperty().set(Theme.Choice.LIGHT);
                scene.getStylesheets().setAll(window.getScene().getStylesheets());
            });
        }
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(20, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }
}
