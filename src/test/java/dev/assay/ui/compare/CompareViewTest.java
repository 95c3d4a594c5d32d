package dev.assay.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.results.DetailController;
import dev.assay.ui.results.ResultCellRef;
import dev.assay.ui.results.ResultsController;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CompareViewTest {
    private CompareViewModel viewModel;
    private Scene scene;
    private Theme theme;

    @Start
    void start(Stage stage) {
        viewModel =
                new CompareViewModel(new FakeBench(), new Tasks(Runnable::run, new FxExecutor()), new FrameExecutor());
        var controller = new CompareController(viewModel);
        Parent root = ViewLoader.load(
                controller,
                new SetupController(viewModel.setup()),
                new ResultsController(viewModel.results()),
                new DetailController(viewModel.results()));
        scene = new Scene(root, 1180, 728);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.setWidth(1180);
        stage.setHeight(728);
        stage.show();
        controller.shown();
    }

    private void snap(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            robot.interact(() -> Snapshots.write(scene, name));
        }
    }

    @Test
    void looks(FxRobot robot) {
        snap(robot, "compare-setup");
        robot.interact(viewModel::run);
        WaitForAsyncUtils.waitForFxEvents(20);
        snap(robot, "compare-done");
        robot.interact(() -> viewModel
                .results()
                .choose(new ResultCellRef(
                        viewModel.results().shown().get(0),
                        viewModel.results().columns().get(1))));
        WaitForAsyncUtils.waitForFxEvents(20);
        snap(robot, "compare-detail");
        robot.interact(() -> theme.choiceProperty().set(Theme.Choice.DARK));
        WaitForAsyncUtils.waitForFxEvents(20);
        snap(robot, "compare-detail-dark");
        assertThat(viewModel.stateProperty().get()).isEqualTo(CompareViewModel.State.DONE);
    }
}
