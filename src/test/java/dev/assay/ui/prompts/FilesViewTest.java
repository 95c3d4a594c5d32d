package dev.assay.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.registry.git.Author;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
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
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The menu and keys of the tree on a real workspace. */
@ExtendWith(ApplicationExtension.class)
class FilesViewTest {
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
    void aPromptIsRenamedByKeyAndDeletedAndRestoredByMenu(FxRobot robot) throws Exception {
        await(() -> openName(robot).equals("answer-from-context"));
        robot.clickOn(line(robot, "answer-from-context")).push(KeyCode.F2);
        await(() -> robot.lookup("#newName").tryQuery().isPresent());
        robot.interact(() -> {
            field(robot, "#newName").setText("support/answer");
            field(robot, "#renameAuthor").setText("Ada");
            field(robot, "#renameEmail").setText("ada@example.org");
        });
        snapDialog(robot, "files-rename");
        robot.clickOn(button(robot, "Rename"));
        await(() -> openName(robot).equals("support/answer"));
        await(() -> Files.exists(root.resolve("prompts/support/answer.prompt")));
        assertThat(workbench.registry().log("support/answer")).hasSize(2);
        snap(robot, "files-renamed");

        await(() -> !robot.lookup("answer").queryAll().isEmpty());
        robot.rightClickOn(line(robot, "answer"));
        await(() -> robot.lookup("Delete").tryQuery().isPresent());
        robot.clickOn("Delete");
        await(() -> robot.lookup(".alert").tryQuery().isPresent());
        snapDialog(robot, "files-delete");
        robot.clickOn(button(robot, "Delete"));
        await(() -> !Files.exists(root.resolve("prompts/support/answer.prompt")));
        await(() -> !openName(robot).equals("support/answer"));
        snap(robot, "files-deleted");

        robot.rightClickOn(line(robot, "answer"));
        await(() -> robot.lookup("#files-restore").tryQuery().isPresent());
        robot.clickOn("#files-restore");
        await(() -> openName(robot).equals("support/answer"));
        assertThat(root.resolve("prompts/support/answer.prompt")).exists();
    }

    @Test
    void aPromptThatACommitDeletedIsFoundAndRestored(FxRobot robot) throws Exception {
        await(() -> openName(robot).equals("answer-from-context"));
        workbench.registry().files().delete("support/triage");
        workbench
                .registry()
                .commit(List.of("prompts/support/triage.prompt"), "Drop triage", new Author("Ada", "ada@example.org"));
        robot.clickOn("#refresh");
        await(() -> robot.lookup("triage").tryQuery().isEmpty());

        robot.rightClickOn(line(robot, "answer-from-context"));
        await(() -> robot.lookup("#files-deleted").tryQuery().isPresent());
        robot.clickOn("#files-deleted");
        await(() -> robot.lookup("support/triage").tryQuery().isPresent());
        robot.clickOn("support/triage");
        snapDialog(robot, "files-deleted-list");
        robot.clickOn(button(robot, "Restore"));

        await(() -> openName(robot).equals("support/triage"));
        assertThat(root.resolve("prompts/support/triage.prompt")).exists();
    }

    @Test
    void aBadFileIsMarkedAndSaysWhatIsWrongInPlaceOfTheEditor(FxRobot robot) throws Exception {
        await(() -> openName(robot).equals("answer-from-context"));
        Path file = root.resolve("prompts/support/latin.prompt");
        Files.write(file, new byte[] {'H', 'i', '\n', (byte) 0xe9, '\n'});
        Files.writeString(root.resolve("prompts/support/broken.prompt"), "---\nmodel: [\n---\nHi\n");
        robot.clickOn("#refresh");
        await(() -> robot.lookup("latin").tryQuery().isPresent());
        await(() -> robot.lookup(".tree-cell:bad").queryAll().size() == 2);

        robot.clickOn(line(robot, "latin"));
        await(() -> robot.lookup(".unopened").query().isVisible());
        assertThat(robot.lookup(".unopened-problem").queryAs(Label.class).getText())
                .contains("prompts/support/latin.prompt:2", "UTF-8");
        snap(robot, "files-unopened");

        Files.writeString(file, "Hi there\n");
        robot.clickOn("#openAgain");
        await(() -> openName(robot).equals("support/latin"));
        await(() -> !robot.lookup(".unopened").query().isVisible());
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }

    private Node button(FxRobot robot, String text) {
        return robot.lookup(".button").<Node>queryAll().stream()
                .filter(node -> node.getScene() != scene)
                .filter(node -> node instanceof Button found && found.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Node line(FxRobot robot, String label) {
        return robot.lookup(".prompt-line").<Node>queryAll().stream()
                .filter(line -> robot.from(line).lookup(label).tryQuery().isPresent())
                .findFirst()
                .orElseThrow();
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
            robot.interact(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
            waitForFxEvents(30);
        }
    }

    private void snapDialog(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            waitForFxEvents(60);
            robot.interact(() -> Window.getWindows().stream()
                    .filter(window -> window.getScene().getRoot() instanceof DialogPane)
                    .findFirst()
                    .ifPresent(window -> Snapshots.write(window.getScene(), 712, 680, name)));
        }
    }
}
