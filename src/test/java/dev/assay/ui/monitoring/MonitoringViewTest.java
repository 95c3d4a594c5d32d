package dev.assay.ui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.metrics.GroupBy;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MonitoringViewTest {
    private final SampleCalls sample = SampleCalls.of(40, 20);
    private MonitoringViewModel viewModel;
    private MonitoringController controller;
    private Scene scene;

    @Start
    void start(Stage stage) {
        viewModel = new MonitoringViewModel(
                sample::report,
                List::of,
                List::of,
                prompt -> Optional.of(SampleCalls.course(prompt, 14)),
                SampleCalls.NOON,
                new Tasks(Runnable::run, new FxExecutor()));
        controller = new MonitoringController(viewModel);
        Parent root = ViewLoader.load(controller);
        scene = new Scene(root, 980, 720);
        new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
        controller.shown();
    }

    @Test
    void figuresChartsAndGroupsAreShownAndALineLeadsFurtherDown(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup(".tile-value").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("600");
        snapshot(robot, "monitoring-light-1280", 1192, 729, Theme.Choice.LIGHT);
        snapshot(robot, "monitoring-light-tall", 1192, 1080, Theme.Choice.LIGHT);
        snapshot(robot, "monitoring-dark-1920", 1832, 1010, Theme.Choice.DARK);

        TableView<?> table = robot.lookup("#table").query();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents(20);
        Button focus = robot.lookup("#focus").queryButton();
        assertThat(focus.isVisible()).isTrue();
        assertThat(focus.getText()).contains("/");
        snapshot(robot, "monitoring-focus", 1192, 729, Theme.Choice.LIGHT);

        robot.interact(focus::fire);
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(focus.isVisible()).isFalse();
    }

    @Test
    void aPromptIsLookedIntoWithItsQualityByCommit(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#quality").query().isVisible()).isFalse();
        robot.interact(() -> viewModel.groupingProperty().set(GroupBy.PROMPT));
        WaitForAsyncUtils.waitForFxEvents(20);

        TableView<?> table = robot.lookup("#table").query();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(robot.lookup("#quality").query().isVisible()).isTrue();
        assertThat(robot.lookup("#quality").lookup(".chart-line-symbol").queryAll())
                .hasSizeGreaterThanOrEqualTo(14);
        snapshot(robot, "monitoring-quality-light", 1192, 1080, Theme.Choice.LIGHT);
        snapshot(robot, "monitoring-quality-dark", 1192, 1080, Theme.Choice.DARK);
        robot.interact(robot.lookup("#focus").queryButton()::fire);
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#quality").query().isVisible()).isFalse();
    }

    @Test
    void withoutCallsItSaysHowSomeComeThere(FxRobot robot) {
        sample.calls.clear();
        robot.interact(controller::shown);
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(robot.lookup("#empty").query().isVisible()).isTrue();
        snapshot(robot, "monitoring-empty", 1192, 729, Theme.Choice.DARK);
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
