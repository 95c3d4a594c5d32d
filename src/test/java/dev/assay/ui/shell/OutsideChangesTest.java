package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.GitCommand;
import dev.assay.ui.Snapshots;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.Theme;
import dev.assay.workbench.Drafts;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window while other programs and git change its workspace. */
@ExtendWith(ApplicationExtension.class)
class OutsideChangesTest {
    private static final String PROMPT = "meeting/notes";

    @TempDir
    static Path folder;

    private Stage window;
    private Path workspace;
    private Path file;

    @Start
    void start(Stage stage) throws Exception {
        window = stage;
        workspace = Workspaces.locate(Files.createTempDirectory(folder, "work").resolve("workspace"), folder, Map.of());
        file = workspace.resolve("prompts/" + PROMPT + ".prompt");
        new WindowMemory(workspace).save(new WindowMemory.Look(980, 700, Theme.Choice.LIGHT));
        Files.createDirectories(workspace.resolve(".assay"));
        Files.writeString(workspace.resolve(".assay/last-prompt"), PROMPT);
        new AssayApplication().show(stage, workspace);
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        // Where it asks about edits it waits for the answer.
        WaitForAsyncUtils.asyncFx(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(robot, () -> !window.isShowing() || !dialogs(robot).isEmpty());
        robot.interact(() -> dialogs(robot).forEach(dialog -> press(dialog, "Discard")));
        until(robot, () -> !window.isShowing());
    }

    @Test
    void whatAnotherEditorAndGitDoShowsAtOnce(FxRobot robot) throws Exception {
        CodeArea area = opened(robot);
        String before = area.getText();
        robot.interact(() -> area.moveTo(before.indexOf("{{role \"user\"}}")));

        Files.writeString(file, before.replace("---\n{{role", "---\n{{! From elsewhere. }}\n{{role"));
        until(robot, () -> area.getText().contains("From elsewhere."));
        assertThat(area.getText(area.getCaretPosition(), area.getLength())).startsWith("{{role \"user\"}}");
        until(robot, () -> status(robot).equals("Modified"));
        assertThat(bar(robot).isVisible()).isFalse();
        robot.interact(area::undo);
        assertThat(area.getText()).isEqualTo(before);
        robot.interact(area::redo);

        var git = new GitCommand(workspace);
        git.run("commit", "-qam", "Elsewhere");
        until(robot, () -> !status(robot).equals("Modified"));
        git.run("switch", "-qc", "elsewhere");
        until(robot, () -> branch(robot).getText().equals("elsewhere"));
        git.run("switch", "-q", "main");
        git.run("reset", "-q", "--hard", "HEAD~1");
        until(robot, () -> area.getText().equals(before));
        Files.createDirectories(workspace.resolve("prompts/fresh"));
        Files.writeString(workspace.resolve("prompts/fresh/new.prompt"), "Hello");
        until(
                robot,
                () -> robot.lookup(".registry .label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> "new".equals(label.getText())));
    }

    @Test
    void editsMeetWhatAnotherEditorWrote(FxRobot robot) throws Exception {
        CodeArea area = opened(robot);
        String before = area.getText();
        robot.interact(() -> area.appendText("\nMine at the end.\n"));
        Files.writeString(file, before.replace("---\n{{role", "---\n{{! From elsewhere. }}\n{{role"));
        until(robot, () -> bar(robot).isVisible());
        snap(robot, "outside-changed");

        WaitForAsyncUtils.asyncFx(
                () -> robot.lookup("#outsideCompare").queryButton().fire());
        until(
                robot,
                () -> dialogs(robot).size() == 1
                        && robot.lookup(".diff-pane .list-cell").queryAll().size() > 3);
        snapDialog(robot, dialogs(robot).getFirst(), "outside-compare");
        robot.interact(() -> press(dialogs(robot).getFirst(), "Close"));

        robot.interact(area::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(robot, () -> barText(robot).startsWith("Not saved"));
        snap(robot, "outside-refused");
        assertThat(Files.readString(file)).contains("From elsewhere.").doesNotContain("Mine");

        robot.interact(() -> robot.lookup("#outsideMerge").queryButton().fire());
        until(robot, () -> !bar(robot).isVisible());
        assertThat(area.getText()).contains("From elsewhere.", "Mine at the end.");
        snap(robot, "outside-merged");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(robot, () -> read(file).contains("Mine at the end.") && read(file).contains("From elsewhere."));
        assertThat(bar(robot).isVisible()).isFalse();

        Files.delete(file);
        until(robot, () -> barText(robot).contains("gone") && bar(robot).isVisible());
        snap(robot, "outside-deleted");
        robot.interact(() -> robot.lookup("#outsideSave").queryButton().fire());
        until(robot, () -> Files.exists(file) && !bar(robot).isVisible());
    }

    @Test
    void theSamePlaceIsDecidedByTheUser(FxRobot robot) throws Exception {
        CodeArea area = opened(robot);
        String before = area.getText();
        String line = before.lines()
                .filter(each -> each.startsWith("{{role \"user\"}}"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> area.replaceText(before.replace(line, line + " mine")));
        Files.writeString(file, before.replace(line, line + " theirs"));
        until(robot, () -> bar(robot).isVisible());

        robot.interact(() -> robot.lookup("#outsideMerge").queryButton().fire());
        until(robot, () -> robot.lookup("#useMerge").tryQuery().isPresent());
        Button use = robot.lookup("#useMerge").queryButton();
        assertThat(use.isDisabled()).isTrue();
        snapDialog(robot, use, "outside-conflicts");
        robot.interact(() -> robot.lookup(".conflict-card .toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(button -> button.getText().startsWith("Both"))
                .forEach(ToggleButton::fire));
        robot.interact(use::fire);

        until(robot, () -> area.getText().contains(" theirs"));
        assertThat(area.getText()).contains(line + " mine\n" + line + " theirs\n");
        assertThat(bar(robot).isVisible()).isFalse();
        assertThat(read(file)).doesNotContain(" mine");
        robot.interact(area::undo);
        assertThat(area.getText()).contains(" mine").doesNotContain(" theirs");
    }

    @Test
    void editsThatAreKeptUnsavedOutliveASwitchOfBranches(FxRobot robot) throws Exception {
        CodeArea area = opened(robot);
        String before = area.getText();
        var git = new GitCommand(workspace);
        git.run("switch", "-qc", "other");
        Files.writeString(file, before.replace("---\n{{role", "---\n{{! Of the other branch. }}\n{{role"));
        git.run("commit", "-qam", "Other");
        git.run("switch", "-q", "main");
        until(
                robot,
                () -> branch(robot).getText().equals("main") && area.getText().equals(before));
        robot.interact(() -> area.appendText("\nMine at the end.\n"));

        MenuItem other = branch(robot).getItems().stream()
                .filter(item -> "other".equals(item.getText()))
                .findFirst()
                .orElseThrow();
        WaitForAsyncUtils.asyncFx(other::fire);
        until(robot, () -> dialogs(robot).size() == 1);
        snapDialog(robot, dialogs(robot).getFirst(), "outside-switch");
        robot.interact(() -> press(dialogs(robot).getFirst(), "Keep unsaved"));

        until(robot, () -> branch(robot).getText().equals("other"));
        until(robot, () -> bar(robot).isVisible());
        assertThat(area.getText()).endsWith("Mine at the end.\n");
        assertThat(new Drafts(workspace).find(PROMPT).orElseThrow().text()).endsWith("Mine at the end.\n");
        robot.interact(() -> robot.lookup("#outsideMerge").queryButton().fire());
        until(robot, () -> area.getText().contains("Of the other branch."));
        assertThat(area.getText()).endsWith("Mine at the end.\n");
    }

    private static CodeArea opened(FxRobot robot) throws Exception {
        until(
                robot,
                () -> robot.lookup(".document .prompt-editor").queryAllAs(PromptEditor.class).stream()
                        .anyMatch(editor -> editor.isVisible() && editor.area().getLength() > 0));
        return robot.lookup(".document .prompt-editor").queryAllAs(PromptEditor.class).stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow()
                .area();
    }

    private static Node bar(FxRobot robot) {
        return robot.lookup(".outside-line").query();
    }

    private static String barText(FxRobot robot) {
        return robot.lookup("#outsideText")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }

    private static String status(FxRobot robot) {
        return robot.lookup(".status-chip").queryAs(Label.class).getText();
    }

    private static MenuButton branch(FxRobot robot) {
        return robot.lookup(".branch-name").queryAs(MenuButton.class);
    }

    private static List<DialogPane> dialogs(FxRobot robot) {
        return List.copyOf(robot.lookup(".dialog-pane").queryAllAs(DialogPane.class));
    }

    private static void press(DialogPane dialog, String text) {
        ButtonType type = dialog.getButtonTypes().stream()
                .filter(each -> each.getText().equals(text))
                .findFirst()
                .orElseThrow();
        ((Button) dialog.lookupButton(type)).fire();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void snap(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) == null) {
            return;
        }
        for (String theme : List.of("dark", "light")) {
            robot.interact(() -> {
                while (window.getScene().getStylesheets().stream().noneMatch(sheet -> sheet.endsWith(theme + ".css"))) {
                    robot.lookup("#themeButton").queryButton().fire();
                }
            });
            for (int[] size : List.of(new int[] {1000, 700}, new int[] {1920, 1080})) {
                robot.interact(
                        () -> Snapshots.write(window.getScene(), size[0], size[1], name + "-" + theme + "-" + size[0]));
            }
        }
    }

    private static void snapDialog(FxRobot robot, Node inside, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = inside.getScene();
            robot.interact(() -> Snapshots.write(scene, (int) scene.getWidth(), (int) scene.getHeight(), name));
        }
    }

    private static void until(FxRobot robot, BooleanSupplier holds) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            var answer = new boolean[1];
            robot.interact(() -> answer[0] = holds.getAsBoolean());
            return answer[0];
        });
        WaitForAsyncUtils.waitForFxEvents(20);
    }
}
