package dev.assay.ui.prompts;

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
import dev.assay.ui.prompts.tree.PromptTree;
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
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** The prompts screen on a sample workspace of its own, and what a test does with it. */
final class PromptsScreen implements AutoCloseable {
    private static final int WIDTH = 1192;
    private static final int HEIGHT = 728;
    private static final int DIALOG_WIDTH = 1144;
    private static final int DIALOG_HEIGHT = 680;

    /** What is done to the files of a workspace before it is opened. */
    @FunctionalInterface
    interface Preparation {
        void prepare(Path root) throws IOException;
    }

    private final Stage stage;
    private final Path root;
    private final Workbench workbench;
    private Scene scene;
    private Theme theme;

    /** Shows the screen in a stage; the workspace is made below {@code folder}. */
    PromptsScreen(Stage stage, Path folder) throws IOException {
        this(stage, folder, root -> {});
    }

    /** Shows it on a workspace that was changed before it was opened. */
    PromptsScreen(Stage stage, Path folder, Preparation preparation) throws IOException {
        this.stage = stage;
        Path home = Files.createTempDirectory(folder.toRealPath(), "home");
        root = Workspaces.locate(null, home, Map.of("HOME", home.toString()));
        preparation.prepare(root);
        workbench = Workbench.open(root, "a test", notice -> {});
        show();
    }

    /** Shows it anew, as after a new start of the program. */
    void show() {
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

    Path root() {
        return root;
    }

    Path file(String name) {
        return root.resolve("prompts/" + name + ".prompt");
    }

    Workbench workbench() {
        return workbench;
    }

    /** Opens a prompt by a click in the tree. */
    void open(FxRobot robot, String name) throws TimeoutException {
        PromptTree tree = robot.lookup("#tree").queryAs(PromptTree.class);
        await(() -> !tree.getRoot().getChildren().isEmpty());
        robot.clickOn(line(robot, name.substring(name.lastIndexOf('/') + 1)));
        await(() -> openName(robot).equals(name));
    }

    /** The line of the tree with a label. */
    Node line(FxRobot robot, String label) {
        return robot.lookup(".prompt-line").<Node>queryAll().stream()
                .filter(line -> robot.from(line).lookup(label).tryQuery().isPresent())
                .findFirst()
                .orElseThrow();
    }

    String openName(FxRobot robot) {
        return robot.lookup("#name").queryAs(Label.class).getText();
    }

    PromptEditor editor(FxRobot robot) {
        return robot.lookup("#editor").queryAs(PromptEditor.class);
    }

    String text(FxRobot robot) {
        return editor(robot).area().getText();
    }

    /** A node with a text or id in the dialog in front of the screen. */
    Node inDialog(FxRobot robot, String query) {
        return robot.lookup(query).<Node>queryAll().stream()
                .filter(node -> node.getScene() != scene)
                .findFirst()
                .orElseThrow();
    }

    static void await(Callable<Boolean> condition) throws TimeoutException {
        // Nodes come and go on the FX thread, so they are looked up there.
        waitFor(10, TimeUnit.SECONDS, () -> asyncFx(condition).get());
        waitForFxEvents();
    }

    /** Writes pictures of the screen, light and dark, where the run asks for them. */
    void snap(FxRobot robot, String name) {
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

    /** Writes a picture of the dialog in front of the screen, where the run asks for it. */
    void snapDialog(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            waitForFxEvents(60);
            robot.interact(() -> Window.getWindows().stream()
                    .filter(window -> window.getScene().getRoot() instanceof DialogPane)
                    .findFirst()
                    .ifPresent(window -> {
                        Snapshots.write(window.getScene(), DIALOG_WIDTH, DIALOG_HEIGHT, name);
                        theme.choiceProperty().set(Theme.Choice.DARK);
                        var sheets = window.getScene().getRoot().getStylesheets();
                        var light = List.copyOf(sheets);
                        sheets.replaceAll(sheet -> sheet.replace("light.css", "dark.css"));
                        Snapshots.write(window.getScene(), DIALOG_WIDTH, DIALOG_HEIGHT, name + "-dark");
                        theme.choiceProperty().set(Theme.Choice.LIGHT);
                        sheets.setAll(light);
                    }));
        }
    }

    /** Writes a picture of the popup or dialog in front, as large as it is, where the run asks for it. */
    void snapPopup(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            waitForFxEvents(30);
            robot.interact(() -> Window.getWindows().stream()
                    .filter(window -> window.isShowing() && window.getScene() != scene)
                    .findFirst()
                    .ifPresent(window -> Snapshots.write(
                            window.getScene(), (int) window.getWidth(), (int) window.getHeight(), name)));
        }
    }

    @Override
    public void close() {
        workbench.close();
    }
}
