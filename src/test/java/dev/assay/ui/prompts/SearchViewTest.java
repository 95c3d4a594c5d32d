package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.prompts.search.Place;
import dev.assay.ui.prompts.search.SearchRow;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Searching all prompts of a real workspace. */
@ExtendWith(ApplicationExtension.class)
class SearchViewTest {
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
    void aWordInTheTextIsFoundAndOpenedByKeysAlone(FxRobot robot) throws Exception {
        await(() -> screen.openName(robot).equals("answer-from-context"));
        robot.clickOn("#editor");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        robot.write("customer");
        await(() -> list(robot).getItems().size() > 2);
        await(() -> !robot.lookup("#tree").query().isVisible());
        screen.snap(robot, "search-found");
        robot.push(KeyCode.DOWN);
        int index = list(robot).getSelectionModel().getSelectedIndex();
        assertThat(index).isPositive();
        Place place = list(robot).getItems().get(index).place();
        assertThat(place.isLine()).isTrue();

        robot.push(KeyCode.ENTER);
        await(() -> screen.openName(robot).equals(place.name()));
        CodeArea area = screen.editor(robot).area();
        await(() -> area.getSelectedText().equalsIgnoreCase("customer"));
        assertThat(area.getCurrentParagraph() + 1).isEqualTo(place.line());
        assertThat(area.getCaretColumn() + 1).isEqualTo(place.column());
        await(area::isFocused);
        screen.snap(robot, "search-opened");
    }

    @Test
    void nothingFoundIsSaidAndEscapeBringsTheTreeBack(FxRobot robot) throws Exception {
        await(() -> screen.openName(robot).equals("answer-from-context"));
        robot.clickOn("#search").write("no such words");
        await(() -> summary(robot).startsWith("Nothing found"));
        screen.snap(robot, "search-none");

        robot.push(KeyCode.ESCAPE);

        await(() -> robot.lookup("#tree").query().isVisible());
        assertThat(robot.lookup("#search").queryAs(TextField.class).getText()).isEmpty();
        assertThat(robot.lookup("#tree").query().isFocused()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static ListView<SearchRow> list(FxRobot robot) {
        return robot.lookup("#searchList").queryAs(ListView.class);
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#searchSummary").queryAs(Label.class).getText();
    }
}
