package dev.assay.ui.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
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

    private final Tasks tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
    private BranchMenu menu;
    private TwoBranches work;
    private Theme theme;
    private String notice = "";

    @Start
    private void start(Stage stage) throws IOException {
        work = TwoBranches.in(Files.createTempDirectory(temporary.toRealPath(), "home"));
        menu = new BranchMenu();
        menu.getStyleClass().addAll("flat", "branch-name");
        var bar = new HBox(menu);
        bar.getStyleClass().add("title-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        var root = new VBox(bar);
        root.getStyleClass().add("shell");
        var scene = new Scene(root, 700, 500);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
        menu.open(work.workbench(), tasks, new FrameExecutor(), Runnable::run, () -> {}, text -> notice = text);
    }

    @AfterEach
    void close() {
        work.close();
    }

    private void shows(String branch) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> branch.equals(menu.getText()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theMenuMarksTheCurrentBranchAndSwitchesToAnother(FxRobot robot) throws Exception {
        shows("main");
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
                robot.interact(() -> theme.choiceProperty().set(choice));
                robot.interact(() -> menu.show());
                WaitForAsyncUtils.waitForFxEvents(20);
                robot.interact(() -> {
                    Snapshots.write(menu.getScene(), 700, 120, "branch-chip-" + choice);
                    Scene popup = Window.getWindows().getLast().getScene();
                    Snapshots.write(popup, 320, 320, "branch-menu-" + choice);
                    menu.hide();
                });
            }
        }
        MenuItem trial = menu.getItems().getLast();

        assertThat(trial.getText()).isEqualTo("trial");
        robot.interact(() -> trial.fire());
        shows("trial");
        assertThat(notice).isEqualTo("Switched to trial");
    }

    @Test
    void theDialogOnBranchesSwitchesAndShowsWhatIsCurrentNow(FxRobot robot) throws Exception {
        shows("main");
        MenuItem open = menu.getItems().stream()
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
        shows("trial");
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(".ref-name").<Label>queryAll().stream()
                        .findFirst()
                        .filter(first -> first.getText().equals("trial"))
                        .isPresent());
    }
}
