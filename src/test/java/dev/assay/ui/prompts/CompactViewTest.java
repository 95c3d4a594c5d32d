package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Making the open prompt shorter, on a real workspace. */
@ExtendWith(ApplicationExtension.class)
class CompactViewTest {
    private static final String LONG = """
            ---
            model: openai/gpt-4.1-mini
            input:
              schema:
                text: string
            ---
            {{role "system"}}
            You summarise   texts for people in a hurry.  Use plain English only.


            ## Rules
            - Use plain English only.
            - Name every owner and every amount that the text gives.

            ```json
            { "a":   1 }
            ```

            Name every owner and every amount that the text gives. Keep every date.
            {{role "user"}}
            <text>
            {{text}}
            </text>
            """;

    @TempDir
    static Path temporary;

    private PromptsScreen screen;

    @Start
    private void start(Stage stage) throws IOException {
        screen = new PromptsScreen(
                stage, temporary, root -> Files.writeString(root.resolve("prompts/long.prompt"), LONG));
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private void openDialog(FxRobot robot) throws Exception {
        screen.open(robot, "long");
        await(() -> !robot.lookup("#compact").query().isDisabled());
        robot.clickOn("#compact");
        await(() -> robot.lookup("#compactSavings")
                .tryQueryAs(Label.class)
                .filter(label -> label.getText().contains("gpt-4.1-mini")
                        || label.getText().contains("offline"))
                .isPresent());
    }

    @Test
    void whatIsTakenGoesIntoTheEditorAndCanBeUndone(FxRobot robot) throws Exception {
        openDialog(robot);
        assertThat(robot.lookup(".compact-row .check-box").<CheckBox>queryAll())
                .extracting(CheckBox::getText)
                .contains("Line 12: line 8 says this already", "More than one blank, in 2 places");
        screen.snapDialog(robot, "prompts-compact");
        String all = robot.lookup("#compactSavings").queryAs(Label.class).getText();

        CheckBox blanks = robot.lookup(".compact-row .check-box").<CheckBox>queryAll().stream()
                .filter(box -> box.getText().startsWith("More than one blank"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(blanks);
        await(() ->
                !robot.lookup("#compactSavings").queryAs(Label.class).getText().equals(all));
        robot.clickOn("#compactApply");

        await(() -> !screen.text(robot).equals(LONG));
        assertThat(screen.text(robot))
                .contains("You summarise   texts", "{ \"a\":   1 }", "Keep every date.")
                .doesNotContain("- Use plain English only.", "gives. Keep every date.")
                .doesNotContain("\n\n\n");
        assertThat(Files.readString(screen.file("long"))).isEqualTo(LONG);
        screen.snap(robot, "prompts-compacted");

        robot.clickOn(screen.editor(robot).area()).push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> screen.text(robot).equals(LONG));
    }

    @Test
    void whatAModelWritesIsTakenOnlyWhereItKeepsWhatItMust(FxRobot robot) throws Exception {
        openDialog(robot);
        robot.interact(() -> robot.lookup("#compactModel")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(0));

        robot.clickOn("#compactRewrite");

        // The offline model answers by rules of its own, which leave no text between the marks.
        await(() -> robot.lookup(".compact-foot .problem-line").<Label>queryAll().stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains("is not taken")));
        assertThat(screen.workbench().history().runs(10))
                .singleElement()
                .satisfies(run -> assertThat(run.title()).isEqualTo("long: rewritten shorter"));
        screen.snapDialog(robot, "prompts-compact-refused");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void comparedFirstItLiesBesideThePromptAsAVariant(FxRobot robot) throws Exception {
        openDialog(robot);

        robot.clickOn("#compactCompare");

        await(() -> Files.exists(screen.file("long.shorter")));
        assertThat(Files.readString(screen.file("long.shorter"))).contains("You summarise texts");
        assertThat(Files.readString(screen.file("long"))).isEqualTo(LONG);
        await(() -> robot.lookup("#compactSavings").tryQuery().isEmpty());
    }

    @Test
    void whereNothingCanGoThatIsSaid(FxRobot robot) throws Exception {
        screen.open(robot, "support/triage");
        await(() -> !robot.lookup("#compact").query().isDisabled());
        robot.clickOn("#compact");

        await(() -> robot.lookup(".compact-none")
                .tryQuery()
                .filter(node -> node.isVisible())
                .isPresent());
        assertThat(robot.lookup("#compactApply").query().isDisabled()).isTrue();
        screen.snapDialog(robot, "prompts-compact-none");
        robot.push(KeyCode.ESCAPE);
    }
}
