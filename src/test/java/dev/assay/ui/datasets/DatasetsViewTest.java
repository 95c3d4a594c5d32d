package dev.assay.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DatasetsViewTest {
    private static final int MANY = 100_000;

    @TempDir
    static Path home;

    private Path folder;
    private DatasetsController controller;
    private Scene scene;
    private String importedFor = "";

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory(home, "datasets");
        Files.writeString(
                folder.resolve("handbook.csv"),
                "question,count,expected\nHow many days of leave are there?,25,Twenty-five\n"
                        + "\"What is asked\nover two lines?\",two,\nWho signs a travel request?,1,The team lead\n");
        Files.writeString(folder.resolve("meetings.jsonl"), "{\"question\":\"Why?\",\"count\":1}\n");
        var viewModel = new DatasetsViewModel(new FileBench(folder), new Tasks(Runnable::run, new FxExecutor()));
        controller = new DatasetsController(viewModel, (owner, prompt, written) -> {
            importedFor = String.valueOf(prompt);
            written.accept(List.of("datasets/brought.csv"));
        });
        Parent root = ViewLoader.load(controller, new CasesController(viewModel));
        scene = new Scene(root, 980, 700);
        new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
        controller.shown();
    }

    private CaseTable table(FxRobot robot) {
        return robot.lookup("#table").queryAs(CaseTable.class);
    }

    @Test
    void aValueIsEditedBelowTheTableAndSaved(FxRobot robot) throws IOException {
        WaitForAsyncUtils.waitForFxEvents(20);
        robot.interact(() -> {
            robot.lookup("#prompt").<ComboBox<String>>query().setValue("ask");
            table(robot).go(1, 1);
        });
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#problems").<ListView<?>>query().getItems()).isNotEmpty();
        snapshot(robot, "datasets-light", 1192, 729, Theme.Choice.LIGHT);
        snapshot(robot, "datasets-dark", 1832, 1010, Theme.Choice.DARK);

        TextField value = robot.lookup("#caseNumber").query();
        assertThat(value.getText()).isEqualTo("two");
        assertThat(fault(robot)).isEqualTo("'count' must be a whole number (integer), not the text 'two'");
        robot.interact(() -> {
            value.requestFocus();
            value.setText("2");
        });
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(Files.readString(folder.resolve("handbook.csv"))).contains("over two lines?\",2,");
        assertThat(robot.lookup("#problems").<ListView<?>>query().getItems()).isEmpty();
        assertThat(robot.lookup("#saveButton").queryButton().isDisabled()).isTrue();
    }

    @Test
    void rowsAreAddedDeletedAndTheStepsTakenBack(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents(20);
        robot.interact(() -> table(robot).go(0, 0));
        robot.interact(robot.lookup("#addRow").<Button>query()::fire);
        assertThat(table(robot).getItems()).hasSize(4);

        robot.interact(() -> table(robot).go(0, 0));
        robot.interact(() -> robot.lookup("#caseValue").queryAs(TextArea.class).setText("Typed last"));
        robot.interact(robot.lookup("#deleteRows").<Button>query()::fire);
        assertThat(table(robot).getItems()).hasSize(3);
        assertThat(table(robot).lookupAll(".table-cell"))
                .noneMatch(cell -> cell instanceof TableCell<?, ?> one && "Typed last".equals(one.getText()));

        for (int i = 0; i < 3; i++) {
            robot.interact(robot.lookup("#undoCases").<Button>query()::fire);
        }
        assertThat(table(robot).getItems()).hasSize(3);
        assertThat(robot.lookup("#saveButton").queryButton().isDisabled()).isTrue();
    }

    @Test
    void ofAHundredThousandRowsOnlyThoseInSightHaveCells(FxRobot robot) throws IOException {
        var text = new StringBuilder("question,count\n");
        for (int i = 0; i < MANY; i++) {
            text.append("Question ").append(i).append(',').append(i).append('\n');
        }
        Files.writeString(folder.resolve("a-many.csv"), text);
        robot.interact(() -> controller.shown());
        WaitForAsyncUtils.waitForFxEvents(20);
        robot.interact(() -> {
            robot.lookup("#names").<ListView<String>>query().getSelectionModel().select("a-many.csv");
        });
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(table(robot).getItems()).hasSize(MANY);
        robot.interact(() -> table(robot).go(MANY - 1, 0));
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#caseValue").queryAs(TextArea.class).getText()).isEqualTo("Question 99999");
        assertThat(table(robot).lookupAll(".table-row-cell")).hasSizeLessThan(100);
    }

    @Test
    void valuesAreChosenTypedAndCheckedAsThePromptDeclaresThem(FxRobot robot) throws IOException {
        Files.writeString(
                folder.resolve("a-typed.jsonl"),
                "{\"question\":\"Why?\",\"count\":1,\"sure\":true,\"tone\":\"kind\",\"parts\":[\"a\"]}\n"
                        + "{\"question\":\"How?\",\"count\":2,\"sure\":\"perhaps\",\"tone\":\"firm\",\"parts\":[]}\n");
        robot.interact(() -> controller.shown());
        WaitForAsyncUtils.waitForFxEvents(20);
        robot.interact(() -> {
            robot.lookup("#names").<ListView<String>>query().getSelectionModel().select("a-typed.jsonl");
            robot.lookup("#prompt").<ComboBox<String>>query().setValue("ask");
            table(robot).go(1, 2);
        });
        WaitForAsyncUtils.waitForFxEvents(20);

        ComboBox<String> choice = robot.lookup("#caseChoice").query();
        assertThat(choice.isVisible()).isTrue();
        assertThat(choice.getItems()).containsExactly("true", "false", "", "perhaps");
        assertThat(fault(robot)).contains("perhaps");
        snapshot(robot, "datasets-choice-light", 1280, 800, Theme.Choice.LIGHT);
        robot.interact(() -> choice.setValue("false"));
        assertThat(fault(robot)).isEmpty();

        robot.interact(() -> table(robot).go(0, 1));
        robot.interact(() -> table(robot).edit(0, table(robot).getColumns().get(2)));
        TextField typed = robot.from(table(robot)).lookup(".text-field").query();
        robot.interact(() -> typed.setText("many"));
        assertThat(typed.getPseudoClassStates()).extracting(Object::toString).contains("danger");
        robot.interact(() -> table(robot).edit(-1, null));
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#problems").<ListView<?>>query().getItems())
                .singleElement()
                .asString()
                .contains("'count' must be a whole number");

        robot.interact(() -> table(robot).go(0, 4));
        TextArea json = robot.lookup("#caseValue").queryAs(TextArea.class);
        robot.interact(() -> json.setText("[\"a\", "));
        assertThat(fault(robot)).startsWith("Broken as JSON at line 1, column");
        snapshot(robot, "datasets-json-dark", 1280, 800, Theme.Choice.DARK);
        robot.interact(() -> json.setText("[\"a\", \"b\"]"));
        robot.interact(() -> table(robot).go(0, 0));
        robot.interact(robot.lookup("#saveButton").<Button>query()::fire);
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(Files.readString(folder.resolve("a-typed.jsonl")))
                .contains("\"count\":\"many\",\"sure\":true,\"tone\":\"kind\",\"parts\":[\"a\", \"b\"]")
                .contains("\"sure\":false");
    }

    private static String fault(FxRobot robot) {
        return robot.lookup("#caseFault").<Label>query().getText();
    }

    @Test
    void aWordIsFoundInAllColumnsOfAHundredThousandRows(FxRobot robot) throws IOException {
        var text = new StringBuilder("question,count\n");
        for (int i = 0; i < MANY; i++) {
            text.append("Question ").append(i).append(',').append(i).append('\n');
        }
        Files.writeString(folder.resolve("a-many.csv"), text);
        robot.interact(() -> controller.shown());
        WaitForAsyncUtils.waitForFxEvents(20);
        robot.interact(() -> {
            robot.lookup("#names").<ListView<String>>query().getSelectionModel().select("a-many.csv");
            table(robot).go(2, 0);
            table(robot).requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.F);
        TextField query = robot.lookup("#findInCases").query();
        robot.interact(() -> query.setText("77777"));
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#foundInCases").<Label>query().getText()).isEqualTo("1 of 2 cells");
        assertThat(table(robot).row()).isEqualTo(77_777);
        assertThat(table(robot).column()).isZero();
        snapshot(robot, "datasets-find-light", 1280, 800, Theme.Choice.LIGHT);
        snapshot(robot, "datasets-find-dark", 1280, 800, Theme.Choice.DARK);

        robot.push(KeyCode.ENTER);
        assertThat(table(robot).column()).isEqualTo(1);
        robot.push(KeyCode.ENTER);
        assertThat(table(robot).column()).isZero();
        robot.push(KeyCode.ESCAPE);
        assertThat(query.isVisible() && query.getParent().isVisible()).isFalse();
    }

    @Test
    void casesAreBroughtInForThePromptInSightAndShown(FxRobot robot) throws IOException {
        WaitForAsyncUtils.waitForFxEvents(20);
        robot.interact(() -> robot.lookup("#prompt").<ComboBox<String>>query().setValue("ask"));
        Files.writeString(folder.resolve("brought.csv"), "question,count\nWhy?,1\n");
        robot.interact(robot.lookup("#importButton").<Button>query()::fire);
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(importedFor).isEqualTo("ask");
        assertThat(robot.lookup("#names")
                        .<ListView<String>>query()
                        .getSelectionModel()
                        .getSelectedItem())
                .isEqualTo("brought.csv");
        assertThat(table(robot).getItems()).hasSize(1);
    }

    private void snapshot(FxRobot robot, String name, int width, int height, Theme.Choice theme) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            robot.interact(() -> {
                new Theme(scene, theme);
                Snapshots.write(scene, width, height, name);
            });
        }
    }
}
