package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.search.CallEntry;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.Theme;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** From a comparison to its single calls, and from a call back to the desk. */
class CallsJourneyTest extends WindowJourney {
    @Test
    void aCallIsFoundReadMarkedMadeACaseAndLedBackToItsPromptAndRun(FxRobot robot) throws Exception {
        until(robot, () -> toggle(robot, "Compare").isPresent());
        press(robot, "Compare");
        Button run = robot.lookup("#runButton").queryButton();
        until(robot, () -> !run.isDisabled() && run.getText().contains("calls"));
        robot.interact(run::fire);
        until(robot, () -> robot.lookup(".verdict").tryQuery().isPresent());
        press(robot, "History");
        press(robot, "Calls");
        TableView<CallEntry> calls = robot.lookup("#callTable").queryTableView();
        until(robot, () -> calls.getItems().size() > 4);
        int all = calls.getItems().size();

        robot.interact(() -> robot.lookup("#callLine").queryAs(TextField.class).setText("operation:chat"));
        until(robot, () -> calls.getItems().size() < all);
        assertThat(calls.getItems()).allMatch(call -> call.figures().operation().equals("chat"));
        robot.interact(() -> calls.getSelectionModel().select(0));
        until(
                robot,
                () -> !robot.lookup("#callAnswer")
                        .queryAs(TextArea.class)
                        .getText()
                        .isEmpty());
        robot.interact(() -> robot.lookup("#callTags").queryAs(TextField.class).setText("odd"));
        robot.interact(() ->
                robot.lookup("#callTags").queryAs(TextField.class).getOnAction().handle(null));
        until(robot, () -> calls.getItems().getFirst().mark().tags().equals(List.of("odd")));
        robot.clickOn((Node) robot.lookup(".star-cell").nth(0).query());
        until(robot, () -> calls.getItems().getFirst().mark().starred());
        snapshot("calls");

        narrowWithTheFirstRightClick(robot, calls);
        robot.interact(() -> robot.lookup("#callPane")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(2));
        snapshot("calls-figures");
        WaitForAsyncUtils.asyncFx(() -> buttonOf(robot, "Add as a case\u2026").fire());
        until(robot, () -> robot.lookup("#caseDataset").tryQuery().isPresent());
        snapshotDialog(robot);
        ComboBox<String> datasets = robot.lookup("#caseDataset").queryComboBox();
        robot.interact(() -> datasets.setValue("meetings"));
        robot.interact(() -> robot.lookup("#caseGolden").queryAs(CheckBox.class).setSelected(true));
        robot.interact(() -> confirm(robot));
        // The calls were made for cases of this very dataset.
        until(
                robot,
                () -> robot.lookup(".problem").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.isVisible() && label.getText().contains("has these inputs already")));

        press(robot, "Open the prompt");
        until(robot, () -> toggle(robot, "Prompts").orElseThrow().isSelected());
        press(robot, "History");
        press(robot, "Show the run");
        until(robot, () -> robot.lookup(".verdict").tryQuery().isPresent());
        assertThat(robot.lookup("#callTable").tryQuery()).isEmpty();
    }

    private static void narrowWithTheFirstRightClick(FxRobot robot, TableView<CallEntry> calls) throws Exception {
        String before = robot.lookup("#callLine").queryAs(TextField.class).getText();
        robot.rightClickOn((Node) robot.lookup(".star-cell").nth(0).query());
        robot.clickOn("Only model brief");
        until(
                robot,
                () -> robot.lookup("#callLine")
                        .queryAs(TextField.class)
                        .getText()
                        .contains("model:brief"));
        assertThat(calls.getItems()).allMatch(call -> call.figures().model().equals("brief"));
        robot.interact(() -> robot.lookup("#callLine").queryAs(TextField.class).setText(before));
        until(
                robot,
                () -> !calls.getItems().isEmpty() && calls.getSelectionModel().getSelectedItem() != null);
    }

    private void snapshot(String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = window().getScene();
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                Snapshots.write(scene, 1280, 800, name + "-light");
                new Theme(scene, Theme.Choice.DARK);
                Snapshots.write(scene, 1920, 1080, name + "-dark-large");
                Snapshots.write(scene, 1280, 800, name + "-dark");
                new Theme(scene, Theme.Choice.LIGHT);
            });
        }
    }

    private static void snapshotDialog(FxRobot robot) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = robot.lookup("#caseDataset").query().getScene();
            robot.interact(() -> Snapshots.write(scene, 460, 240, "calls-case"));
        }
    }

    private static void confirm(FxRobot robot) {
        var pane = (DialogPane) robot.lookup("#caseDataset").query().getScene().getRoot();
        ButtonType ok = pane.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isDefaultButton())
                .findFirst()
                .orElseThrow();
        ((Button) pane.lookupButton(ok)).fire();
    }

    private static void press(FxRobot robot, String text) {
        robot.interact(() -> {
            buttonOf(robot, text).fire();
        });
        WaitForAsyncUtils.waitForFxEvents(20);
    }

    private static ButtonBase buttonOf(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof ButtonBase).queryAllAs(ButtonBase.class).stream()
                .filter(each -> text.equals(each.getText()) && each.isVisible())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ToggleButton> toggle(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof ToggleButton).queryAllAs(ToggleButton.class).stream()
                .filter(each -> text.equals(each.getText()))
                .findFirst();
    }
}
