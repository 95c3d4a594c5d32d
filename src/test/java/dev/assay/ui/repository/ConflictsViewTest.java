package dev.assay.ui.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.conflict.MergeState;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
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

    private MenuOnTwoBranches shown;

    @Start
    private void start(Stage stage) throws IOException {
        shown = new MenuOnTwoBranches(stage, temporary, text -> {});
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void aMergeInConflictIsDecidedAndFinished(FxRobot robot) throws Exception {
        shown.shows("main");
        MenuItem merge = shown.menu.getItems().stream()
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
                robot.interact(() -> shown.theme.choiceProperty().set(choice));
                WaitForAsyncUtils.waitForFxEvents(20);
                robot.interact(() -> {
                    finish.getScene()
                            .getStylesheets()
                            .setAll(shown.menu.getScene().getStylesheets());
                    Snapshots.write(finish.getScene(), 900, 640, "conflicts-" + choice);
                });
            }
        }

        robot.interact(() -> robot.lookup("Theirs everywhere").queryButton().fire());
        robot.interact(() -> robot.lookup("#settleFile").queryButton().fire());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !finish.isDisabled());
        robot.interact(() -> ((Button) finish).fire());
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> shown.work.repository().state().kind() == MergeState.Kind.NONE);
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(shown.work.workbench().root().resolve(TwoBranches.FILE))
                .content()
                .contains("temperature: 2", "in one line");
        assertThat(robot.lookup(".conflict-card").queryAll()).isEmpty();
    }
}
