package dev.assay.ui.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class BranchMenuTest {
    @TempDir
    static Path temporary;

    private MenuOnTwoBranches shown;
    private String notice = "";

    @Start
    private void start(Stage stage) throws IOException {
        shown = new MenuOnTwoBranches(stage, temporary, text -> notice = text);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void theMenuMarksTheCurrentBranchAndSwitchesToAnother(FxRobot robot) throws Exception {
        shown.shows("main");
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
                robot.interact(() -> shown.theme.choiceProperty().set(choice));
                robot.interact(() -> shown.menu.show());
                WaitForAsyncUtils.waitForFxEvents(20);
                robot.interact(() -> {
                    Snapshots.write(shown.menu.getScene(), 700, 120, "branch-chip-" + choice);
                    Scene popup = Window.getWindows().getLast().getScene();
                    Snapshots.write(popup, 320, 320, "branch-menu-" + choice);
                    shown.menu.hide();
                });
            }
        }
        MenuItem trial = shown.menu.getItems().getLast();

        assertThat(trial.getText()).isEqualTo("trial");
        robot.interact(() -> trial.fire());
        shown.shows("trial");
        assertThat(notice).isEqualTo("Switched to trial");
    }

    @Test
    void theDialogOnBranchesSwitchesAndShowsWhatIsCurrentNow(FxRobot robot) throws Exception {
        shown.shows("main");
        MenuItem open = shown.menu.getItems().stream()
                .filter(item -> "Branches, tags and stashes\u2026".equals(item.getText()))
                .findFirst()
                .orElseThrow();
        robot.interact(open::fire);
        ListView<?> branches = robot.lookup("#branchList").queryListView();
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> branches.getItems().size() == 2);
        robot.interact(() -> branches.getSelectionModel().select(1));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#branchList-switch");
        shown.shows("trial");
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(".ref-name").<Label>queryAll().stream()
                        .findFirst()
                        .filter(first -> first.getText().equals("trial"))
                        .isPresent());
    }
}
