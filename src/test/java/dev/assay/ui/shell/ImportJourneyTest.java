package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.fx.Theme;
import dev.assay.workbench.Workspaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window while something is imported from its menu. */
@ExtendWith(ApplicationExtension.class)
class ImportJourneyTest {
    @TempDir
    static Path folder;

    private Stage window;
    private Path workspace;

    @Start
    void start(Stage stage) throws Exception {
        window = stage;
        workspace = Workspaces.locate(Files.createTempDirectory(folder, "work").resolve("workspace"), folder, Map.of());
        new WindowMemory(workspace).save(new WindowMemory.Look(980, 700, Theme.Choice.LIGHT));
        new AssayApplication().show(stage, workspace);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void whatIsImportedIsInTheTreeAndAmongTheDatasetsAtOnce(FxRobot robot) throws Exception {
        until(robot, () -> robot.lookup(".rail-button").queryAll().size() > 2);
        bringIn(robot, "[{\"role\": \"user\", \"content\": \"Hello there\"}]");
        until(
                robot,
                () -> robot.lookup(".registry .label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> "pasted".equals(label.getText())));

        robot.interact(() -> robot.lookup(".rail-button").queryAllAs(ToggleButton.class).stream()
                .filter(each -> each.getText().equals("Compare"))
                .findFirst()
                .orElseThrow()
                .fire());
        until(robot, () -> robot.lookup("#dataset").tryQuery().isPresent());
        bringIn(robot, "letter,expected\nHi,Hello\n");
        until(
                robot,
                () -> robot.lookup("#dataset").queryAs(ComboBox.class).getItems().stream()
                        .anyMatch(item -> item.toString().contains("pasted")));
        assertThat(workspace.resolve("datasets/pasted.csv")).exists();
    }

    private static void bringIn(FxRobot robot, String text) throws Exception {
        ExchangeMenu menu = robot.lookup(node -> node instanceof ExchangeMenu).query();
        until(robot, () -> !menu.isDisabled());
        robot.interact(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            menu.getItems().getFirst().fire();
        });
        robot.interact(button(robot, "Paste")::fire);
        until(
                robot,
                () -> !robot.lookup("#targets")
                        .queryAs(ListView.class)
                        .getItems()
                        .isEmpty());
        robot.interact(button(robot, "Import")::fire);
        until(robot, () -> robot.lookup("#targets").tryQuery().isEmpty());
    }

    private static Button button(FxRobot robot, String text) throws Exception {
        var found = new Button[1];
        until(robot, () -> {
            found[0] = robot.lookup(".button").queryAll().stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> text.equals(button.getText()))
                    .findFirst()
                    .orElse(null);
            return found[0] != null;
        });
        return found[0];
    }

    private static void until(FxRobot robot, BooleanSupplier holds) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            var answer = new boolean[1];
            robot.interact(() -> answer[0] = holds.getAsBoolean());
            return answer[0];
        });
        WaitForAsyncUtils.waitForFxEvents(20);
    }
}
