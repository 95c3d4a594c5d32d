package dev.assay.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.drift.Drift;
import dev.assay.history.Run;
import dev.assay.history.RunOrigin;
import dev.assay.history.RunStatus;
import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.results.Samples;
import dev.assay.ui.results.detail.AnswerDiffController;
import dev.assay.ui.results.detail.DetailController;
import dev.assay.ui.results.pane.ResultsController;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RunsViewTest {
    private final List<String> done = new ArrayList<>();
    private final Run run = Samples.madeFrom(
            Samples.run(Samples.experiment(2), RunStatus.FINISHED), new RunOrigin(RunOrigin.Kind.REPLAYED, "earlier"));

    @Start
    void start(Stage stage) {
        var viewModel = new RunsViewModel(
                () -> List.of(run),
                id -> comparison("An answer"),
                id -> Drift.between(comparison("An answer"), comparison("Another")),
                new Tasks(Runnable::run, new FxExecutor()));
        var controller = new RunsController(viewModel);
        var buttons = new RunActionsController(viewModel, new RunActions() {
            @Override
            public void resume(String runId, boolean failedToo) {
                done.add("resume");
            }

            @Override
            public void rejudge(String runId, List<Metric> metrics, ModelId judge) {
                done.add("rejudge " + Metric.names(metrics) + " by " + judge);
            }

            @Override
            public void replay(String runId) {
                done.add("replay");
            }

            @Override
            public void vote(String runId, Window owner) {
                done.add("vote");
            }

            @Override
            public JudgeOffer judges() {
                return new JudgeOffer(
                        List.of(Samples.BRIEF, Samples.THOROUGH),
                        List.of(new Metric("tone", "rubric", Map.of("description", "Is it kind?"), 0.75)));
            }
        });
        Parent root = ViewLoader.load(
                controller,
                buttons,
                new ResultsController(
                        viewModel.results(), new Tasks(Runnable::run, new FxExecutor()), run -> List.of()),
                new DetailController(viewModel.results()),
                new AnswerDiffController(viewModel.results(), new Tasks(Runnable::run, new FxExecutor())));
        var scene = new Scene(root, 1280, 800);
        new Theme(scene, Theme.Choice.DARK);
        stage.setScene(scene);
        stage.show();
        controller.shown();
    }

    private Comparison comparison(String text) {
        return Samples.comparison(run, List.of(Samples.cell(0, 0, text, 0.5), Samples.cell(1, 0, "The same", 0.75)));
    }

    @Test
    void answersAreJudgedAnewAsChosenAndTheDriftOfAReplayIsShown(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#drift").queryAs(Label.class).getText())
                .contains("A: 0 of 1 answer is the same", "B: 1 of 1 answer is the same");
        snapshot(robot, "#againButton", "history-drift", 1280, 800);

        robot.clickOn("#againButton").clickOn("Judge anew\u2026");
        WaitForAsyncUtils.waitForFxEvents(20);
        snapshot(robot, "#rejudgeModel", "history-rejudge", 500, 300);
        robot.clickOn("coherence").clickOn("tone").clickOn("Judge");
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(done).containsExactly("rejudge [relevance, coherence, tone] by " + run.judge());
    }

    @Test
    void howGoodTheJudgesAreIsShownInPlaceOfTheGrid(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents(20);

        robot.clickOn("#judgesButton");
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(robot.lookup(".tile-label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Agrees with votes", "nobody has voted");
        snapshot(robot, "#againButton", "history-judges", 1280, 800);

        robot.clickOn("#judgesButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#judgesButton").queryAs(ToggleButton.class).isSelected())
                .isFalse();
    }

    private static void snapshot(FxRobot robot, String node, String name, int width, int height) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = robot.lookup(node).query().getScene();
            robot.interact(() -> Snapshots.write(scene, width, height, name));
        }
    }

    @Test
    void allCallsAreMadeAgainOnlyOnceTheUserIsSure(FxRobot robot) {
        robot.clickOn("#againButton").clickOn("Make all calls again\u2026");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(done).isEmpty();

        robot.clickOn("Run again");
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(done).containsExactly("replay");
    }
}
