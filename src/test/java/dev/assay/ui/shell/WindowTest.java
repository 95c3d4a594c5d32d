package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.Snapshots;
import dev.assay.ui.results.grid.ResultGrid;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a sample workspace with the offline models. */
class WindowTest extends WindowJourney {
    private static List<String> places(FxRobot robot) {
        return robot.lookup(".rail-button").queryAllAs(ToggleButton.class).stream()
                .map(ToggleButton::getText)
                .toList();
    }

    private static boolean isReady(Button run) {
        return !run.isDisabled() && run.getText().contains("calls");
    }

    @Test
    void aComparisonThatRanIsInTheHistory(FxRobot robot) throws Exception {
        until(robot, () -> places(robot).contains("Compare"));
        go(robot, "Compare");
        Button run = robot.lookup("#runButton").queryButton();
        until(robot, () -> isReady(run));
        robot.interact(run::fire);
        until(robot, () -> robot.lookup(".verdict").tryQuery().isPresent());
        go(robot, "History");
        TableView<?> runs = robot.lookup("#table")
                .match(node -> node.getStyleClass().contains("runs-table"))
                .query();
        until(robot, () -> runs.getItems().size() == 1);
        assertThat(robot.lookup(".problem").queryAllAs(Label.class)).noneMatch(Node::isVisible);
    }

    @Test
    void keysLeadToTheScreensAndRunAndOpenDetails(FxRobot robot) throws Exception {
        until(robot, () -> places(robot).contains("Compare"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(robot, () -> robot.lookup("#runButton").tryQuery().isPresent());
        Button run = robot.lookup("#runButton").queryButton();
        until(robot, () -> isReady(run));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(robot, () -> robot.lookup(".verdict").tryQuery().isPresent());

        var table = robot.lookup(".result-grid").queryAs(ResultGrid.class);
        robot.interact(() -> {
            table.requestFocus();
            table.focus(0, 0);
        });
        robot.push(KeyCode.ENTER);
        until(robot, () -> detailTitle(robot).startsWith("Case 1 "));
        robot.push(KeyCode.DOWN);
        until(robot, () -> detailTitle(robot).startsWith("Case 2 "));
    }

    @Test
    void everyScreenHasAKeyOfItsOwn(FxRobot robot) throws Exception {
        until(robot, () -> places(robot).contains("Settings"));
        List<ToggleButton> screens =
                robot.lookup(".rail-button").<ToggleButton>queryAll().stream().toList();
        assertThat(screens).hasSize(Screens.COUNT);

        for (int i = 0; i < screens.size(); i++) {
            ToggleButton screen = screens.get(i);
            robot.push(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(i + 1)));
            until(robot, screen::isSelected);
        }
    }

    @Test
    void escapeStopsARunThatHistoryThenCallsStopped(FxRobot robot) throws Exception {
        until(robot, () -> places(robot).contains("Compare"));
        go(robot, "Compare");
        Button run = robot.lookup("#runButton").queryButton();
        until(robot, () -> isReady(run));
        robot.interact(() -> {
            Spinner<Integer> repeats = robot.lookup("#repeats").query();
            repeats.getValueFactory().setValue(30);
        });
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(robot, () -> !run.isVisible());
        robot.push(KeyCode.ESCAPE);
        until(robot, run::isVisible);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(
                robot,
                () -> robot.lookup(".runs-table .table-cell").queryAllAs(TableCell.class).stream()
                        .anyMatch(cell -> "Stopped".equals(cell.getText())));
    }

    @Test
    void keysTypedIntoAFieldStayInTheField(FxRobot robot) throws Exception {
        until(robot, () -> places(robot).contains("History"));
        go(robot, "Compare");
        Button run = robot.lookup("#runButton").queryButton();
        until(robot, () -> isReady(run));
        TextField temperature = robot.lookup(".variant-card .text-field")
                .match(node -> "Temperature".equals(node.getAccessibleText()))
                .query();
        robot.interact(temperature::requestFocus);
        robot.push(KeyCode.DIGIT1);
        robot.push(KeyCode.ENTER);

        assertThat(temperature.getText()).isEqualTo("1");
        assertThat(run.isVisible()).isTrue();
    }

    private static String detailTitle(FxRobot robot) {
        return robot.lookup(".detail .column-title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    @Test
    void theNameOfTheWorkspaceAndItsBranchAreShown(FxRobot robot) throws Exception {
        until(
                robot,
                () -> robot.lookup(".branch-name")
                        .tryQuery()
                        .filter(Node::isVisible)
                        .isPresent());

        assertThat(robot.lookup(".workspace-name").queryAs(MenuButton.class).getText())
                .isEqualTo("workspace");
        assertThat(robot.lookup(".branch-name").queryAs(MenuButton.class).getText())
                .isEqualTo("main");
    }

    @Test
    void noNameOfAScreenIsCutOff(FxRobot robot) throws Exception {
        until(
                robot,
                () -> !robot.lookup(".rail-button").lookup(".text").queryAll().isEmpty());

        for (ToggleButton screen : robot.lookup(".rail-button").queryAllAs(ToggleButton.class)) {
            assertThat(robot.from(screen).lookup(".text").queryAs(Text.class).getText())
                    .isEqualTo(screen.getText());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = Snapshots.PROPERTY, matches = ".+")
    void everyScreenIsWrittenInBothThemesAndTwoSizes(FxRobot robot) throws Exception {
        until(robot, () -> !places(robot).isEmpty());
        for (String place : places(robot)) {
            go(robot, place);
            until(robot, () -> robot.lookup(".busy").queryAll().stream().noneMatch(Node::isVisible));
            both(robot, place.toLowerCase(Locale.ROOT) + "-first");
        }
        go(robot, "Compare");
        Button run = robot.lookup("#runButton").queryButton();
        until(robot, () -> isReady(run));
        robot.interact(run::fire);
        WaitForAsyncUtils.waitForFxEvents(5);
        both(robot, "compare-running");
        until(robot, run::isVisible);
        both(robot, "compare-done");
        robot.interact(() -> detail(robot));
        both(robot, "compare-detail");
        for (int tab = 1; tab < 4; tab++) {
            int at = tab;
            robot.interact(() -> robot.lookup(".detail .tab-pane")
                    .queryAs(TabPane.class)
                    .getSelectionModel()
                    .select(at));
            both(robot, "compare-detail-" + tab);
        }
        go(robot, "History");
        until(robot, () -> robot.lookup(".busy").queryAll().stream().noneMatch(Node::isVisible));
        both(robot, "history");
    }

    private static void detail(FxRobot robot) {
        var table = robot.lookup(".result-grid").queryAs(ResultGrid.class);
        table.requestFocus();
        table.focus(0, 1);
        table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    private boolean isDressed(String theme) {
        return window().getScene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith(theme + ".css"));
    }

    private void both(FxRobot robot, String name) {
        for (String theme : List.of("light", "dark")) {
            robot.interact(() -> {
                while (!isDressed(theme)) {
                    robot.lookup("#themeButton").queryButton().fire();
                }
            });
            for (int[] size : List.of(new int[] {1000, 700}, new int[] {1280, 800}, new int[] {1920, 1080})) {
                robot.interact(() ->
                        Snapshots.write(window().getScene(), size[0], size[1], name + "-" + theme + "-" + size[0]));
            }
        }
    }
}
