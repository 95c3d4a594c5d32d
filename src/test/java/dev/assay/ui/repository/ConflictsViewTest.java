package dev.assay.ui.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.conflict.MergeState;
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
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConflictsViewTest {
    @TempDir
    static Path temporary;

    private final Tasks tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
    private BranchMenu menu;
    private TwoBranches work;
    private Theme theme;

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
        menu.open(work.workbench(), tasks, new FrameExecutor(), Runnable::run, () -> {}, text -> {});
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
    void aMergeInConflictIsDecidedAndFinished(FxRobot robot) throws Exception {
        shows("main");
        MenuItem merge = menu.getItems().stream()
                .filter(item -> "Merge into main".equals(item.getText()))
                .map(item -> ((Menu) item).getItems().getFirst())
                .findFirst()
                .orElseThrow();
        robot.interact(() -> merge.fire());
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup(".conflict-card").queryAll().size() == 2);
        WaitForAsyncUtils.waitForFxEvents(20);
        Node finish = robot.lookup("#finishMerge").query();
        assertThat(finish.isDisabled()).isTrue();
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
                robot.interact(() -> theme.choiceProperty().set(choice));
                WaitForAsyncUtils.waitForFxEvents(20);
                robot.interact(() -> {
                    finish.getScene().getStylesheets().setAll(menu.getScene().getStylesheets());
                    Snapshots.write(finish.getScene(), 900, 640, "conflicts-" + choice);
                });
            }
        }

        robot.interact(() -> robot.lookup("Theirs everywhere").queryButton().fire());
        robot.interact(() -> robot.lookup("#settleFile").queryButton().fire());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !finish.isDisabled());
        robot.interact(() -> ((Button) finish).fire());
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> work.repository().state().kind() == MergeState.Kind.NONE);
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(work.workbench().root().resolve(TwoBranches.FILE))
                .content()
                .contains("temperature: 2", "in one line");
        assertThat(robot.lookup(".conflict-card").queryAll()).isEmpty();
    }
}
