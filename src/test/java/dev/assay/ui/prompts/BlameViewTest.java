package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.PromptRef;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.prompts.history.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Blame beside the text on a real workspace. */
@ExtendWith(ApplicationExtension.class)
class BlameViewTest {
    @TempDir
    static Path temporary;

    private PromptsScreen screen;

    @Start
    private void start(Stage stage) throws IOException {
        screen = new PromptsScreen(stage, temporary, BlameViewTest::commitTwoLines);
    }

    private static void commitTwoLines(Path root) {
        try (var registry = GitPromptRegistry.open(root)) {
            String name = "answer-from-context";
            registry.save(name, registry.text(new PromptRef(name, null)) + "Be polite.\nSay hello.\n");
            registry.commit(
                    List.of("prompts/" + name + ".prompt"), "Greet", new Author("Ada Lovelace", "ada@example.org"));
        }
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void eachLineTellsItsCommitAndLeadsToItInTheHistory(FxRobot robot) throws Exception {
        await(() -> screen.openName(robot).equals("answer-from-context"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        await(() -> told(robot).contains("Ada L."));
        assertThat(told(robot)).doesNotContain("Not committed");

        PromptEditor editor = screen.editor(robot);
        robot.clickOn(editor.area()).push(KeyCode.CONTROL, KeyCode.HOME).push(KeyCode.END);
        robot.push(KeyCode.ENTER).write("title: new");
        await(() -> told(robot).contains("Not committed"));
        screen.snap(robot, "blame");

        robot.clickOn(robot.lookup(".blame").<Node>queryAll().stream()
                .filter(cell -> robot.from(cell).lookup("Ada L.").tryQuery().isPresent())
                .findFirst()
                .orElseThrow());
        ListView<?> revisions = robot.lookup("#revisions").queryAs(ListView.class);
        await(() -> revisions.getSelectionModel().getSelectedItem() instanceof Revision chosen
                && chosen.commit().subject().equals("Greet"));
        screen.snap(robot, "blame-history");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        await(() -> robot.lookup(".blame").queryAll().isEmpty());
    }

    private static List<String> told(FxRobot robot) {
        return robot.lookup(".blame .label").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
    }
}
