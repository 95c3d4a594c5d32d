package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.PromptRef;
import dev.assay.registry.git.PromptRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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

/** The screen on a real workspace with the offline provider. */
@ExtendWith(ApplicationExtension.class)
class PromptsViewTest {
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
    void editedTextIsCommittedAndComesBackAsItWasTyped(FxRobot robot) throws Exception {
        screen.open(robot, "answer-from-context");
        robot.clickOn(screen.editor(robot).area())
                .push(KeyCode.CONTROL, KeyCode.END)
                .write("Answer in one line.");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await(() -> Files.readString(screen.root().resolve("prompts/answer-from-context.prompt"))
                .endsWith("Answer in one line."));
        screen.snap(robot, "prompts-edited");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        await(() -> robot.lookup("#message").tryQuery().isPresent());
        robot.clickOn("#message").write("Ask for one line");
        fill(robot, "#authorName", "Ada");
        fill(robot, "#authorEmail", "ada@example.org");
        screen.snapDialog(robot, "prompts-commit");
        robot.clickOn(screen.inDialog(robot, "Commit"));
        await(() -> screen.workbench().registry().log("answer-from-context").size() == 2);

        PromptRevision commit =
                screen.workbench().registry().log("answer-from-context").getFirst();
        assertThat(commit.subject()).isEqualTo("Ask for one line");
        assertThat(commit.author()).isEqualTo("Ada");
        assertThat(screen.workbench()
                        .registry()
                        .load(new PromptRef("answer-from-context", commit.commitId()))
                        .text())
                .isEqualTo(screen.editor(robot).area().getText());
        await(() -> robot.lookup(".notice-line").queryAs(Label.class).getText().contains(commit.shortId()));
        screen.snap(robot, "prompts-committed");

        robot.clickOn(screen.editor(robot).area()).write("x");
        await(() -> !robot.lookup(".notice-line").query().isVisible());
    }

    @Test
    void aBrokenTemplateShowsWhereAndKeepsTheLastGoodPreview(FxRobot robot) throws Exception {
        screen.open(robot, "support/triage");
        ListView<?> problems = robot.lookup(".problems").queryAs(ListView.class);
        fillFromDataset(robot);

        robot.clickOn(screen.editor(robot).area())
                .push(KeyCode.CONTROL, KeyCode.END)
                .write("{{#if plan}}");

        await(problems::isVisible);
        await(() -> robot.lookup(".preview-content .problem-line").<Label>queryAll().stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains("triage.prompt:")));
        assertThat(robot.lookup(".message-card").queryAll()).isNotEmpty();
        screen.snap(robot, "prompts-broken");
    }

    @Test
    void aTriedPromptIsAnsweredAndKeptInHistory(FxRobot robot) throws Exception {
        screen.open(robot, "support/triage");
        fillFromDataset(robot);
        screen.snap(robot, "prompts-filled");

        robot.clickOn("#tryButton");

        await(() -> robot.lookup("#figures").queryAs(Label.class).getText().contains("in"));
        assertThat(robot.lookup("#answer").queryAs(TextArea.class).getText()).isNotBlank();
        assertThat(screen.workbench().history().runs(10)).hasSize(1);
        screen.snap(robot, "prompts-tried");
        robot.clickOn("History");
        robot.interact(() -> robot.lookup("#revisions")
                .queryAs(ListView.class)
                .getSelectionModel()
                .select(0));
        screen.snap(robot, "prompts-log");
    }

    @Test
    void thePromptThatWasOpenLastIsOpenedAtOnce(FxRobot robot) throws Exception {
        await(() -> screen.openName(robot).equals("answer-from-context"));
        await(() -> Files.exists(screen.root().resolve(".assay/last-prompt")));
        screen.snap(robot, "prompts-greeting");

        Files.writeString(screen.root().resolve(".assay/last-prompt"), "support/triage\n");
        robot.interact(() -> screen.show());
        await(() -> screen.openName(robot).equals("support/triage"));
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo(FxRobot robot) throws Exception {
        await(() -> screen.openName(robot).equals("answer-from-context"));
        try (var files = Files.walk(screen.root().resolve("prompts"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        robot.interact(() -> screen.show());
        await(() -> robot.lookup(".empty-state").query().isVisible());
        screen.snap(robot, "prompts-empty");
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
}
