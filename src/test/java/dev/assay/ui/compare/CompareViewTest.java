package dev.assay.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.CellChoice;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.results.detail.AnswerDiffController;
import dev.assay.ui.results.detail.DetailController;
import dev.assay.ui.results.grid.ResultGrid;
import dev.assay.ui.results.pane.ResultsController;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CompareViewTest {
    private final FakeBench bench = new FakeBench();
    private final List<String> voted = new ArrayList<>();
    private CompareViewModel viewModel;

    @Start
    void start(Stage stage) {
        viewModel = new CompareViewModel(
                bench, new Tasks(Runnable::run, new FxExecutor()), new FrameExecutor(), System::nanoTime);
        var controller = new CompareController(viewModel);
        Parent root = ViewLoader.load(
                controller,
                new RunBarController(viewModel, (run, window) -> voted.add(run)),
                new SetupController(viewModel.setup(), viewModel::runColumn),
                new ResultsController(
                        viewModel.results(), new Tasks(Runnable::run, new FxExecutor()), run -> List.of()),
                new DetailController(viewModel.results()),
                new AnswerDiffController(viewModel.results(), new Tasks(Runnable::run, new FxExecutor())));
        var scene = new Scene(root, 980, 720);
        new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
        controller.shown();
    }

    @Test
    void pressingRunFillsTheGridAndAClickOnAnAnswerOpensItsDetails(FxRobot robot) {
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#setupPane").query().isVisible()).isFalse();
        assertThat(robot.lookup(".answer-text").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Answer 00", "Answer 10");

        robot.clickOn("Answer 10");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#output").queryAs(TextArea.class).getText()).isEqualTo("Answer 10");
    }

    @Test
    void whatTheCacheSavedIsToldAndItsAnswersAreMarked(FxRobot robot) {
        bench.cached = true;
        snapshot(robot, "compare-setup-cache");
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(bench.ran)
                .singleElement()
                .matches(experiment -> experiment.settings().cache());
        assertThat(robot.lookup(".verdict .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("6 answers and no judgements came from the cache, saved $0.600");

        robot.clickOn("Answer 10");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("From the cache: the very same request was answered before");
        snapshot(robot, "compare-cached");
    }

    @Test
    void answersToSimilarQuestionsAreMarkedInTheirCellsWithTheSimilarity(FxRobot robot) {
        bench.semantic = true;
        robot.clickOn("#similar");
        snapshot(robot, "compare-setup-semantic");
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(bench.ran)
                .singleElement()
                .matches(experiment ->
                        Double.valueOf(0.98).equals(experiment.settings().similarity()));
        assertThat(robot.lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains(
                        "6 answers and no judgements came from the cache, saved $0.600. 6 of the answers are those of a"
                                + " similar question",
                        "semantic 0.991 \u00b7 1.2 s \u00b7 412 tok \u00b7 $0");

        robot.clickOn("Answer 10");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains(
                        "From the semantic cache, with a similarity of 0.991: a question that is almost the same was"
                                + " answered before",
                        "Semantic cache: the answer to \u201cWhy so?\u201d");
        snapshot(robot, "compare-semantic");
    }

    @Test
    void howFarABatchIsIsToldAndItCanBeCancelledAfterAStop(FxRobot robot) {
        bench.batches = List.of(BatchesViewModelTest.underWay());
        bench.stopAfter = 1;
        robot.clickOn("#batch");
        assertThat(robot.lookup("#settled").query().isDisabled()).isTrue();
        snapshot(robot, "compare-setup-batch");
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(bench.ran)
                .singleElement()
                .matches(experiment -> experiment.settings().batch());
        assertThat(robot.lookup("#batches .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.contains("120 of 500 done by the provider"));
        snapshot(robot, "compare-batch-left");

        robot.clickOn("Cancel the batch");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(bench.cancelled).hasSize(1);
    }

    @Test
    void withoutTheCacheThereAreNoSimilarAnswersEither(FxRobot robot) {
        robot.clickOn("#similar").clickOn("#cache");
        assertThat(robot.lookup("#similar").query().isDisabled()).isTrue();
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(bench.ran)
                .singleElement()
                .matches(experiment -> experiment.settings().similarity() == null);
    }

    @Test
    void aStoppedRunOffersToGoOnAndErrorsToBeAskedAgain(FxRobot robot) {
        bench.failing = true;
        bench.stopAfter = 5;
        robot.interact(() -> viewModel.setup().metrics().wanted("coherence").set(false));
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        snapshot(robot, "compare-stopped");
        assertThat(robot.lookup("#resumeButton").queryButton().getText()).isEqualTo("Resume 1");
        assertThat(robot.lookup("#retryButton").queryButton().getText()).isEqualTo("Retry 2 errors");

        bench.stopAfter = Integer.MAX_VALUE;
        robot.clickOn("#resumeButton");
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(bench.resumed).containsExactly(CellChoice.MISSING);
        assertThat(robot.lookup("#resumeButton").queryButton().isVisible()).isFalse();
    }

    @Test
    void theCacheIsSwitchedOffForARun(FxRobot robot) {
        robot.clickOn("#cache");
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(bench.ran)
                .singleElement()
                .matches(experiment -> !experiment.settings().cache());
    }

    private static void snapshot(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = robot.lookup("#runButton").query().getScene();
            robot.interact(() -> {
                Snapshots.write(scene, 1280, 800, name);
                var theme = new Theme(scene, Theme.Choice.DARK);
                Snapshots.write(scene, 1280, 800, name + "-dark");
                theme.choiceProperty().set(Theme.Choice.LIGHT);
            });
        }
    }

    @Test
    void aComparisonIsSavedUnderANameAndOpenedFromTheMenu(FxRobot robot) {
        robot.clickOn("#savedMenu").clickOn("Save as\u2026");
        WaitForAsyncUtils.waitForFxEvents(20);
        robot.interact(() ->
                robot.lookup(".dialog-pane .text-field").queryTextInputControl().setText("mine"));
        robot.interact(() -> robot.lookup(".dialog-pane .button")
                .match((Button button) -> button.isDefaultButton())
                .queryButton()
                .fire());
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(bench.saved).containsOnlyKeys("mine");
        robot.interact(() -> viewModel.setup().repeatsProperty().set(5));
        snapshot(robot, "compare-saved");

        robot.clickOn("#savedMenu").clickOn("mine");
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(viewModel.setup().repeatsProperty().get()).isEqualTo(1);
    }

    @Test
    void twelveVariantsAreSetUpAndScrolledSideways(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i < 10; i++) {
                viewModel.setup().addVariant();
            }
        });
        assertThat(robot.lookup(".variant-card").queryAll()).hasSize(12);
        assertThat(robot.lookup("#addVariant").query().isVisible()).isFalse();
        snapshot(robot, "compare-setup-twelve");

        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(robot.lookup(".answer-text").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Answer 00", "Answer 10");
        snapshot(robot, "compare-twelve");
    }

    @Test
    void theGridIsSortedComparedAndVotedOnByKeysAlone(FxRobot robot) {
        assertThat(robot.lookup("#voteButton").query().isVisible()).isFalse();
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#voteButton").query().isVisible()).isTrue();
        ResultGrid grid = robot.lookup("#table").query();
        robot.interact(() -> {
            grid.requestFocus();
            grid.focus(0, 1);
        });

        robot.push(KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents(20);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(viewModel.results().sortedProperty().get()).isNotNull().matches(by -> by.column() == 1);

        robot.interact(grid::requestFocus);
        robot.push(KeyCode.D);
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup(".diff-pane").query().isVisible()).isTrue();
        snapshot(robot, "compare-difference");

        robot.interact(grid::requestFocus);
        robot.push(KeyCode.B);
        assertThat(voted).hasSize(1);
    }

    @Test
    void chartsTakeTheRoomOfTheGridAndGiveItBack(FxRobot robot) {
        assertThat(robot.lookup("#chartsButton").query().isDisabled()).isTrue();
        robot.clickOn("#runButton");
        WaitForAsyncUtils.waitForFxEvents(20);

        robot.clickOn("#chartsButton");
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup("#split").query().isVisible()).isFalse();
        assertThat(robot.lookup(".plot-bar").queryAll()).isNotEmpty();
        snapshot(robot, "compare-charts");

        robot.clickOn("#chartsButton");
        assertThat(robot.lookup("#split").query().isVisible()).isTrue();
    }

    @Test
    void aVariantIsAddedAndTakenAwayAgain(FxRobot robot) {
        robot.clickOn("#addVariant");
        assertThat(robot.lookup(".variant-card").queryAll()).hasSize(3);
        assertThat(robot.lookup("#runButton").queryButton().getText()).isEqualTo("Run 9 calls");

        robot.interact(
                () -> viewModel.setup().remove(viewModel.setup().variants().getLast()));
        assertThat(robot.lookup(".variant-card").queryAll()).hasSize(2);
    }
}
