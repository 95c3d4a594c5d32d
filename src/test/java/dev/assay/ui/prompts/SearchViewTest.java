package dev.assay.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.ui.Snapshots;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.search.Place;
import dev.assay.ui.prompts.search.SearchRow;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Searching all prompts of a real workspace. */
@ExtendWith(ApplicationExtension.class)
class SearchViewTest {
    private static final int WIDTH = 1192;
    private static final int HEIGHT = 728;

    @TempDir
    static Path temporary;

    private Workbench workbench;
    private Scene scene;
    private Theme theme;

    @Start
    private void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory(temporary.toRealPath(), "home");
        Path root = Workspaces.locate(null, home, Map.of("HOME", home.toString()));
        workbench = Workbench.open(root, "a test", notice -> {});
        show(stage);
    }

    private void show(Stage stage) {
        var tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
        var controller = PromptsController.of(workbench, tasks, new FrameExecutor());
        scene = new Scene(ViewLoader.load(controller), WIDTH, HEIGHT);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        controller.shown();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aWordInTheTextIsFoundAndOpenedByKeysAlone(FxRobot robot) throws Exception {
        await(() -> openName(robot).equals("answer-from-context"));
        robot.clickOn("#editor");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        robot.write("customer");
        await(() -> list(robot).getItems().size() > 2);
        await(() -> !robot.lookup("#tree").query().isVisible());
        snap(robot, "search-found");
        robot.push(KeyCode.DOWN);
        int index = list(robot).getSelectionModel().getSelectedIndex();
        assertThat(index).isPositive();
        Place place = list(robot).getItems().get(index).place();
        assertThat(place.isLine()).isTrue();

        robot.push(KeyCode.ENTER);
        await(() -> openName(robot).equals(place.name()));
        CodeArea area = robot.lookup("#editor").queryAs(PromptEditor.class).area();
        await(() -> area.getSelectedText().equalsIgnoreCase("customer"));
        assertThat(area.getCurrentParagraph() + 1).isEqualTo(place.line());
        assertThat(area.getCaretColumn() + 1).isEqualTo(place.column());
        await(area::isFocused);
        snap(robot, "search-opened");
    }

    @Test
    void nothingFoundIsSaidAndEscapeBringsTheTreeBack(FxRobot robot) throws Exception {
        await(() -> openName(robot).equals("answer-from-context"));
        robot.clickOn("#search").write("no such words");
        await(() -> summary(robot).startsWith("Nothing found"));
        snap(robot, "search-none");

        robot.push(KeyCode.ESCAPE);

        await(() -> robot.lookup("#tree").query().isVisible());
        assertThat(robot.lookup("#search").queryAs(TextField.class).getText()).isEmpty();
        assertThat(robot.lookup("#tree").query().isFocused()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static ListView<SearchRow> list(FxRobot robot) {
        return robot.lookup("#searchList").queryAs(ListView.class);
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#searchSummary").queryAs(Label.class).getText();
    }

    private static String openName(FxRobot robot) {
        return robot.lookup("#name").queryAs(Label.class).getText();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        // Nodes come and go on the FX thread, so they are looked up there.
        waitFor(10, TimeUnit.SECONDS, () -> asyncFx(condition).get());
        waitForFxEvents();
    }

    private void snap(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            waitForFxEvents(60);
            robot.interact(() -> Snapshots.write(scene, WIDTH, HEIGHT, name + "-light"));
            robot.interact(() -> theme.choiceProperty().set(Theme.Choice.DARK));
            waitForFxEvents(30);
            robot.interact(() -> Snapshots.write(scene, WIDTH, HEIGHT, name + "-dark"));
            robot.interact(() -> Snapshots.write(scene, 1000, 700, name + "-narrow"));
            robot.interact(() -> Snapshots.write(scene, 1920, 1080, name + "-wide"));
            robot.interact(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
            waitForFxEvents(30);
        }
    }
}
