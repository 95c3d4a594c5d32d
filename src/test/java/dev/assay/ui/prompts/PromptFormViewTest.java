package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
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
    @TempDir
    static Path temporary;

    private PromptsScreen screen;

    @Start
    private void start(Stage stage) throws IOException {
        screen = new PromptsScreen(stage, temporary);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aTemperatureChangedInTheFormChangesItsLineAndCanBeUndone(FxRobot robot) throws Exception {
        String text = Files.readString(screen.root().resolve("prompts/support/triage.prompt"))
                .replaceFirst("temperature: (\\S+)", "temperature: $1 # careful");
        Files.writeString(screen.root().resolve("prompts/support/triage.prompt"), text);
        screen.open(robot, "support/triage");
        robot.clickOn("Settings");
        TextField temperature = robot.lookup("#form-temperature").queryAs(TextField.class);
        await(() -> !temperature.getText().isEmpty());
        String before = screen.editor(robot).area().getText();
        String was = temperature.getText();
        screen.snap(robot, "form");

        robot.doubleClickOn(temperature).push(KeyCode.CONTROL, KeyCode.A).write("0.35");

        await(() -> screen.editor(robot).area().getText().contains("temperature: 0.35 # careful"));
        assertThat(screen.editor(robot).area().getText())
                .isEqualTo(before.replace("temperature: " + was + " #", "temperature: 0.35 #"));
        screen.snap(robot, "form-changed");

        robot.interact(() -> {
            while (!screen.editor(robot).area().getText().equals(before)) {
                assertThat(screen.editor(robot).area().isUndoAvailable()).isTrue();
                screen.editor(robot).area().undo();
            }
        });
        await(() -> temperature.getText().equals(was));

        robot.interact(() -> {
            int at = before.indexOf("temperature:");
            screen.editor(robot)
                    .area()
                    .replaceText(at, at + "temperature: ".length() + was.length(), "temperature: 1.5");
        });
        await(() -> temperature.getText().equals("1.5"));

        robot.interact(() -> temperature.setText("warm"));
        robot.interact(() -> screen.editor(robot).area().insertText(0, ""));
        screen.snap(robot, "form-invalid");
        robot.interact(() -> screen.editor(robot).area().replaceText(before.replace("config:", "config: [")));
        await(() -> robot.lookup(".form-scroll .problem-line").<Label>queryAll().stream()
                .anyMatch(Node::isVisible));
        screen.snap(robot, "form-broken");
    }

    @Test
    void pagingThroughCasesFillsTheFormAndThePreview(FxRobot robot) throws Exception {
        screen.open(robot, "support/triage");
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
        screen.snap(robot, "variables-paged");
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
}
