package dev.assay.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.prompt.PromptRef;
import dev.assay.registry.git.Author;
import dev.assay.ui.Snapshots;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.history.Revision;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Blame beside the text on a real workspace. */
@ExtendWith(ApplicationExtension.class)
class BlameViewTest {
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
        var registry = workbench.registry();
        String name = "answer-from-context";
        String text = registry.load(new PromptRef(name, null)).text();
        registry.save(name, text + "Be polite.\nSay hello.\n");
        registry.commit(List.of("prompts/" + name + ".prompt"), "Greet", new Author("Ada Lovelace", "ada@example.org"));
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
    void eachLineTellsItsCommitAndLeadsToItInTheHistory(FxRobot robot) throws Exception {
        await(() -> openName(robot).equals("answer-from-context"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        await(() -> told(robot).contains("Ada L."));
        assertThat(told(robot)).doesNotContain("Not committed");

        PromptEditor editor = robot.lookup("#editor").queryAs(PromptEditor.class);
        robot.clickOn(editor.area()).push(KeyCode.CONTROL, KeyCode.HOME).push(KeyCode.END);
        robot.push(KeyCode.ENTER).write("title: new");
        await(() -> told(robot).contains("Not committed"));
        snap(robot, "blame");

        robot.clickOn(robot.lookup(".blame").<Node>queryAll().stream()
                .filter(cell -> robot.from(cell).lookup("Ada L.").tryQuery().isPresent())
                .findFirst()
                .orElseThrow());
        ListView<?> revisions = robot.lookup("#revisions").queryAs(ListView.class);
        await(() -> revisions.getSelectionModel().getSelectedItem() instanceof Revision chosen
                && chosen.commit().subject().equals("Greet"));
        snap(robot, "blame-history");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        await(() -> robot.lookup(".blame").queryAll().isEmpty());
    }

    private static List<String> told(FxRobot robot) {
        return robot.lookup(".blame .label").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
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
