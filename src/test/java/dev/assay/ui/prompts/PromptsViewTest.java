package dev.assay.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.prompt.PromptRef;
import dev.assay.registry.git.PromptRevision;
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
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
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

/** The screen on a real workspace with the offline provider. */
@ExtendWith(ApplicationExtension.class)
class PromptsViewTest {
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
    void editedTextIsCommittedAndComesBackAsItWasTyped(FxRobot robot) throws Exception {
        open(robot, "answer-from-context");
        robot.clickOn(editor(robot).area()).push(KeyCode.CONTROL, KeyCode.END).write("Answer in one line.");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await(() -> Files.readString(root.resolve("prompts/answer-from-context.prompt"))
                .endsWith("Answer in one line."));
        snap(robot, "prompts-edited");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        await(() -> robot.lookup("#message").tryQuery().isPresent());
        robot.clickOn("#message").write("Ask for one line");
        fill(robot, "#authorName", "Ada");
        fill(robot, "#authorEmail", "ada@example.org");
        snapDialog(robot, "prompts-commit");
        robot.clickOn(robot.lookup("Commit").<Node>queryAll().stream()
                .filter(node -> node.getScene() != scene)
                .findFirst()
                .orElseThrow());
        await(() -> workbench.registry().log("answer-from-context").size() == 2);

        PromptRevision commit = workbench.registry().log("answer-from-context").getFirst();
        assertThat(commit.subject()).isEqualTo("Ask for one line");
        assertThat(commit.author()).isEqualTo("Ada");
        assertThat(workbench
                        .registry()
                        .load(new PromptRef("answer-from-context", commit.commitId()))
                        .text())
                .isEqualTo(editor(robot).area().getText());
        await(() -> robot.lookup(".notice-line").queryAs(Label.class).getText().contains(commit.shortId()));
        snap(robot, "prompts-committed");

        robot.clickOn(editor(robot).area()).write("x");
        await(() -> !robot.lookup(".notice-line").query().isVisible());
    }

    @Test
    void aBrokenTemplateShowsWhereAndKeepsTheLastGoodPreview(FxRobot robot) throws Exception {
        open(robot, "support/triage");
        ListView<?> problems = robot.lookup(".problems").queryAs(ListView.class);
        fillFromDataset(robot);

        robot.clickOn(editor(robot).area()).push(KeyCode.CONTROL, KeyCode.END).write("{{#if plan}}");

        await(problems::isVisible);
        await(() -> robot.lookup(".preview-content .problem-line").<Label>queryAll().stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains("triage.prompt:")));
        assertThat(robot.lookup(".message-card").queryAll()).isNotEmpty();
        snap(robot, "prompts-broken");
    }

    @Test
    void aTriedPromptIsAnsweredAndKeptInHistory(FxRobot robot) throws Exception {
        open(robot, "support/triage");
        fillFromDataset(robot);
        snap(robot, "prompts-filled");

        robot.clickOn("#tryButton");

        await(() -> robot.lookup("#figures").queryAs(Label.class).getText().contains("in"));
        assertThat(robot.lookup("#answer").queryAs(TextArea.class).getText()).isNotBlank();
        assertThat(workbench.history().runs(10)).hasSize(1);
        snap(robot, "prompts-tried");
        robot.clickOn("History");
        robot.interact(() -> robot.lookup("#revisions")
                .queryAs(ListView.class)
                .getSelectionModel()
                .select(0));
        snap(robot, "prompts-log");
    }

    @Test
    void thePromptThatWasOpenLastIsOpenedAtOnce(FxRobot robot) throws Exception {
        await(() -> openName(robot).equals("answer-from-context"));
        await(() -> Files.exists(root.resolve(".assay/last-prompt")));
        snap(robot, "prompts-greeting");

        Files.writeString(root.resolve(".assay/last-prompt"), "support/triage\n");
        robot.interact(() -> show((Stage) scene.getWindow()));
        await(() -> openName(robot).equals("support/triage"));
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo(FxRobot robot) throws Exception {
        await(() -> openName(robot).equals("answer-from-context"));
        try (var files = Files.walk(root.resolve("prompts"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        robot.interact(() -> show((Stage) scene.getWindow()));
        await(() -> robot.lookup(".empty-state").query().isVisible());
        snap(robot, "prompts-empty");
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

    private static void fill(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
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

    private void snapDialog(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            waitForFxEvents(60);
            robot.interact(() -> Window.getWindows().stream()
                    .filter(window -> window.getScene() != scene)
                    .findFirst()
                    .ifPresent(window -> Snapshots.write(window.getScene(), 1144, 680, name)));
        }
    }
}
