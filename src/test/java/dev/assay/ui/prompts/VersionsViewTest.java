package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.git.Author;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The versions of a prompt beside each other on the whole screen. */
@ExtendWith(ApplicationExtension.class)
class VersionsViewTest {
    private static final String NAME = "support/triage";

    @TempDir
    static Path temporary;

    private PromptsScreen screen;
    private String first;
    private String second;

    @Start
    private void start(Stage stage) throws IOException {
        screen = new PromptsScreen(stage, temporary);
        first = Files.readString(screen.file(NAME));
        second = first + "Answer in one word.\n";
        Files.writeString(screen.file(NAME), second);
        screen.workbench()
                .registry()
                .commit(
                        List.of("prompts/" + NAME + ".prompt"),
                        "Ask for one word",
                        new Author("Ada", "ada@example.org"));
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void anEarlierVersionIsComparedInPlaceOfTheEditorAndRestored(FxRobot robot) throws Exception {
        screen.open(robot, NAME);
        robot.clickOn("History");
        ListView<?> revisions = robot.lookup("#revisions").queryAs(ListView.class);
        await(() -> revisions.getItems().size() == 2);
        Node comparison = robot.lookup(".comparison").query();
        assertThat(comparison.isVisible()).isFalse();

        robot.interact(() -> revisions.getSelectionModel().clearAndSelect(1));
        await(comparison::isVisible);
        await(() -> robot.from(comparison).lookup(".diff-pane .soft").<Label>queryAll().stream()
                .anyMatch(label -> label.getText().startsWith("1 ")));
        screen.snap(robot, "versions");
        robot.clickOn("#restore");

        await(() -> screen.text(robot).equals(first));
        assertThat(screen.file(NAME)).hasContent(second);
        robot.interact(() -> screen.editor(robot).area().undo());
        assertThat(screen.text(robot)).isEqualTo(second);
    }
}
