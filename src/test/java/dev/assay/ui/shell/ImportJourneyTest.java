package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The whole window while something is imported from its menu. */
class ImportJourneyTest extends WindowJourney {
    @Test
    void whatIsImportedIsInTheTreeAndAmongTheDatasetsAtOnce(FxRobot robot) throws Exception {
        until(robot, () -> robot.lookup(".rail-button").queryAll().size() > 2);
        bringIn(robot, "[{\"role\": \"user\", \"content\": \"Hello there\"}]");
        until(
                robot,
                () -> robot.lookup(".registry .label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> "pasted".equals(label.getText())));

        go(robot, "Compare");
        until(robot, () -> robot.lookup("#dataset").tryQuery().isPresent());
        bringIn(robot, "letter,expected\nHi,Hello\n");
        until(
                robot,
                () -> robot.lookup("#dataset").queryAs(ComboBox.class).getItems().stream()
                        .anyMatch(item -> item.toString().contains("pasted")));
        assertThat(workspace().resolve("datasets/pasted.csv")).exists();
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
}
