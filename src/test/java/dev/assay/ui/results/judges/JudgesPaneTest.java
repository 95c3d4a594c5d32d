package dev.assay.ui.results.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.ScoredRun;
import dev.assay.history.Vote;
import dev.assay.history.Vote.Choice;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JudgesPaneTest {
    private final List<Integer> opened = new ArrayList<>();
    private final List<Vote> votes = new ArrayList<>();
    private JudgesPane judges;
    private Scene scene;

    @Start
    void start(Stage stage) {
        judges = new JudgesPane(new Tasks(Runnable::run, new FxExecutor()), run -> List.copyOf(votes), opened::add);
        scene = new Scene(new StackPane(judges), 1180, 600);
        new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    /** A jury that prefers B on five cases of six. */
    private static Comparison comparison() {
        var run = new ScoredRun(2, 40, 1).measuredBy("relevance", Map.of("judges", List.of("a/one", "b/two")));
        for (int i = 0; i < 40; i++) {
            run.reasoned(0, i, 0.5, said(3, 3)).reasoned(1, i, i % 6 == 0 ? 0.25 : 0.75, said(4, i % 6 == 0 ? 2 : 4));
        }
        return run.compare();
    }

    private static String said(int one, int other) {
        return "Mean of 2 judgements, all alike.\na/one: %d. It names every decision and who took it.\nb/two: %d. It reads well."
                .formatted(one, other);
    }

    private void vote(int count) {
        votes.clear();
        IntStream.range(0, count)
                .mapToObj(i -> new Vote(i, 0, 1, i % 5 == 4 ? Choice.LEFT : Choice.RIGHT, "Ann", Instant.EPOCH))
                .forEach(votes::add);
    }

    @Test
    void whatAJudgeIsWorthIsShownAndACaseOnWhichItErrsOpens(FxRobot robot) {
        vote(30);

        robot.interact(() -> judges.show(comparison()));
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(texts(robot, ".chart-title-line")).contains("B against A on relevance, judged by a/one and b/two");
        assertThat(texts(robot, ".tile-label"))
                .contains(
                        "Agrees with votes",
                        "sees one answer at a time",
                        "Agreement of the jury",
                        "Win rate of B, corrected");
        assertThat(texts(robot, ".verdict .label")).anyMatch(text -> text.startsWith("The judge agrees with you on "));
        snapshot(robot, "judges-light", Theme.Choice.LIGHT);
        snapshot(robot, "judges-dark", Theme.Choice.DARK);

        robot.clickOn(robot.lookup("#judgeErrors .table-row-cell").nth(0).<javafx.scene.Node>query());
        assertThat(opened).hasSize(1);
    }

    @Test
    void votesCastSinceCountAtTheNextLook(FxRobot robot) {
        robot.interact(() -> judges.show(comparison()));
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(texts(robot, ".tile-label")).contains("nobody has voted");
        assertThat(texts(robot, ".verdict .label")).anyMatch(text -> text.startsWith("Nobody has voted on cases"));
        snapshot(robot, "judges-unvoted", Theme.Choice.LIGHT);

        vote(24);
        robot.interact(() -> judges.show(comparison()));
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(texts(robot, ".tile-label")).doesNotContain("nobody has voted");
    }

    @Test
    void aRunThatOnlyRulesMeasuredHasNoJudges(FxRobot robot) {
        Comparison ruled = ScoredRun.of(new double[] {0, 1}, new double[] {1, 1})
                .measuredBy("contains")
                .compare();

        robot.interact(() -> judges.show(ruled));
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(texts(robot, "#judgesMessage")).singleElement().asString().startsWith("No model judged this run");
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private void snapshot(FxRobot robot, String name, Theme.Choice theme) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            robot.interact(() -> {
                new Theme(scene, theme);
                Snapshots.write(scene, 1180, 600, name);
            });
        }
    }
}
