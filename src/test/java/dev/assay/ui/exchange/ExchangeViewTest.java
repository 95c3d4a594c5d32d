package dev.assay.ui.exchange;

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
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
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
class ExchangeViewTest {
    private static final String CHAT =
            "[{\"role\": \"system\", \"content\": \"Be kind.\"}, {\"role\": \"user\", \"content\": \"Hi {{you}}\"}]";

    @TempDir
    static Path temporary;

    private final Tasks tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
    private Path root;
    private Workbench workbench;
    private Stage window;

    @Start
    private void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory(temporary.toRealPath(), "home");
        root = Workspaces.locate(null, home, Map.of("HOME", home.toString()));
        workbench = Workbench.open(root, "a test", notice -> {});
        window = stage;
        var scene = new Scene(new StackPane(), 960, 720);
        new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void pastedTextIsShownWithItsReportAndWrittenUnderTheNameThatIsTyped(FxRobot robot) throws Exception {
        var viewModel = new ImportViewModel(workbench.exchange(), tasks);
        robot.interact(() -> ImportDialog.show(window, viewModel));
        robot.interact(() -> viewModel.paste(CHAT));
        await(() -> robot.lookup("#importTargets")
                        .queryAs(ListView.class)
                        .getItems()
                        .size()
                == 1);
        assertThat(viewModel.entries().getFirst().what()).contains("{{ in the text");
        snap(robot, "#importTargets", "import");

        robot.interact(() -> viewModel.targets().getFirst().name().set("support/triage"));
        robot.interact(viewModel::write);
        await(() -> viewModel.problemProperty().get().contains("already"));
        robot.interact(() -> viewModel.targets().getFirst().name().set("kind/hello"));
        robot.interact(viewModel::write);
        await(() -> Files.exists(root.resolve("prompts/kind/hello.prompt")));
    }

    @Test
    void aPromptIsShownInAnotherFormatAndCopied(FxRobot robot) throws Exception {
        robot.interact(() -> ExportDialog.show(window, workbench, tasks));
        await(() ->
                robot.lookup("#exportText").queryAs(TextArea.class).getText().contains("prompts:"));
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<ExportFormat> format = robot.lookup("#exportFormat").queryAs(ComboBox.class);
            format.setValue(ExportFormat.PYTHON);
        });
        await(() ->
                robot.lookup("#exportText").queryAs(TextArea.class).getText().contains("urllib"));
        snap(robot, "#exportText", "export");

        robot.clickOn("#exportCopy");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).contains("import urllib.request"));
    }

    private static void snap(FxRobot robot, String inside, String name) {
        waitForFxEvents();
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = robot.lookup(inside).<Node>query().getScene();
            robot.interact(() -> Snapshots.write(scene, 860, 660, name));
        }
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(20, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }
}
