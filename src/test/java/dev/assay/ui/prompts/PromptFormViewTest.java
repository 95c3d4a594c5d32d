package dev.assay.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.ui.Snapshots;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.tree.PromptTree;
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
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The settings form and the variables beside the text, on a real workspace. */
@ExtendWith(ApplicationExtension.class)
class PromptFormViewTest {
    private static final int WIDTH = 1192;
    private static final int HEIGHT = 728;

    @TempDir
    static Path temporary;

    private Path root;
    private Workbench workbench;
    private Scene scene;
    private Theme theme;

    @Start
    private void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory(temporary.toRealPath(), "home");
        root = Workspaces.locate(null, home, Map.of("HOME", home.toString()));
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
    void aTemperatureChangedInTheFormChangesItsLineAndCanBeUndone(FxRobot robot) throws Exception {
        String text = Files.readString(root.resolve("prompts/support/triage.prompt"))
                .replaceFirst("temperature: (\\S+)", "temperature: $1 # careful");
        Files.writeString(root.resolve("prompts/support/triage.prompt"), text);
        open(robot, "support/triage");
        robot.clickOn("Settings");
        TextField temperature = robot.lookup("#form-temperature").queryAs(TextField.class);
        await(() -> !temperature.getText().isEmpty());
        String before = editor(robot).area().getText();
        String was = temperature.getText();
        snap(robot, "form");

        robot.doubleClickOn(temperature).push(KeyCode.CONTROL, KeyCode.A).write("0.35");

        await(() -> editor(robot).area().getText().contains("temperature: 0.35 # careful"));
        assertThat(editor(robot).area().getText())
                .isEqualTo(before.replace("temperature: " + was + " #", "temperature: 0.35 #"));
        snap(robot, "form-changed");

        robot.interact(() -> {
            while (!editor(robot).area().getText().equals(before)) {
                assertThat(editor(robot).area().isUndoAvailable()).isTrue();
                editor(robot).area().undo();
            }
        });
        await(() -> temperature.getText().equals(was));

        robot.interact(() -> {
            int at = before.indexOf("temperature:");
            editor(robot).area().replaceText(at, at + "temperature: ".length() + was.length(), "temperature: 1.5");
        });
        await(() -> temperature.getText().equals("1.5"));

        robot.interact(() -> temperature.setText("warm"));
        robot.interact(() -> editor(robot).area().insertText(0, ""));
        snap(robot, "form-invalid");
        robot.interact(() -> editor(robot).area().replaceText(before.replace("config:", "config: [")));
        await(() -> robot.lookup(".form-scroll .problem-line").<Label>queryAll().stream()
                .anyMatch(Node::isVisible));
        snap(robot, "form-broken");
    }

    @Test
    void pagingThroughCasesFillsTheFormAndThePreview(FxRobot robot) throws Exception {
        open(robot, "support/triage");
        fillFromDataset(robot);
        Label position = robot.lookup("#case-position").queryAs(Label.class);
        assertThat(position.getText()).startsWith("1 of ");
        TextArea body = robot.lookup("#input-body").queryAs(TextArea.class);
        String first = body.getText();

        robot.clickOn(body).push(KeyCode.ALT, KeyCode.RIGHT);

        await(() -> position.getText().startsWith("2 of ") && !body.getText().equals(first));
        await(() -> robot.lookup(".message-text").<Label>queryAll().stream()
                .anyMatch(label -> label.getText()
                        .contains(body.getText().lines().findFirst().orElseThrow())));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        await(() -> position.getText().startsWith("1 of ") && body.getText().equals(first));
        snap(robot, "variables-paged");
    }

    private static String openName(FxRobot robot) {
        return robot.lookup("#name").queryAs(Label.class).getText();
    }

    private static PromptEditor editor(FxRobot robot) {
        return robot.lookup("#editor").queryAs(PromptEditor.class);
    }

    private void open(FxRobot robot, String name) throws TimeoutException {
        PromptTree tree = robot.lookup("#tree").queryAs(PromptTree.class);
        await(() -> !tree.getRoot().getChildren().isEmpty());
        String label = name.substring(name.lastIndexOf('/') + 1);
        robot.clickOn(robot.lookup(".prompt-line").<Node>queryAll().stream()
                .filter(line -> robot.from(line).lookup(label).tryQuery().isPresent())
                .findFirst()
                .orElseThrow());
        await(() -> openName(robot).equals(name));
    }

    private static void fillFromDataset(FxRobot robot) throws TimeoutException {
        @SuppressWarnings("unchecked")
        ComboBox<String> dataset = robot.lookup("#dataset").queryAs(ComboBox.class);
        await(() -> !dataset.getItems().isEmpty());
        robot.interact(() -> dataset.setValue("support-tickets"));
        await(() ->
                !robot.lookup("#input-body").queryAs(TextArea.class).getText().isEmpty());
        await(() -> robot.lookup(".message-card").queryAll().size() == 2);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    private void snap(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            waitForFxEvents(60);
            robot.interact(() -> Snapshots.write(scene, WIDTH, HEIGHT, name + "-light"));
            robot.interact(() -> theme.choiceProperty().set(Theme.Choice.DARK));
            waitForFxEvents(30);
            robot.interact(() -> Snapshots.write(scene, WIDTH, HEIGHT, name + "-dark"));
            robot.interact(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
            waitForFxEvents(30);
        }
    }
}
