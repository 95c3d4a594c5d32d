package dev.assay.ui.results.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.ScoredRun;
import dev.assay.llm.Usage;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChartsPaneTest {
    private final List<Integer> opened = new ArrayList<>();
    private ChartsPane charts;
    private Scene scene;

    @Start
    void start(Stage stage) {
        charts = new ChartsPane(new Tasks(Runnable::run, new FxExecutor()), opened::add);
        scene = new Scene(new StackPane(charts), 980, 520);
        new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private static Comparison comparison(int variants) {
        Random random = new Random(5);
        var run = new ScoredRun(variants, 40, 1);
        for (int testCase = 0; testCase < 40; testCase++) {
            for (int variant = 0; variant < variants; variant++) {
                double score =
                        Math.clamp(Math.round(4 * (0.5 + 0.12 * variant + 0.25 * random.nextGaussian())) / 4.0, 0, 1);
                BigDecimal usd = BigDecimal.valueOf(800 + 300L * variant + random.nextInt(400), 6);
                run.answered(variant, testCase, 0, score, Usage.of(100, 50), usd, 900);
            }
        }
        return run.compare();
    }

    @Test
    void scoresCasesAndCostsAreDrawnAndADotOpensItsCase(FxRobot robot) {
        robot.interact(() -> charts.show(comparison(3)));
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(robot.lookup(".plot-bar").queryAllAs(Rectangle.class)).isNotEmpty();
        assertThat(robot.lookup(".plot-full").queryAll().size()
                        + robot.lookup(".plot-ring").queryAll().size())
                .isEqualTo(3);
        assertThat(robot.lookup(".soft").queryAllAs(Label.class))
                .anySatisfy(
                        label -> assertThat(label.getText()).startsWith("The cheapest that is shown to be no worse"));
        snapshot(robot, "charts-light", 1100, 460, Theme.Choice.LIGHT);
        snapshot(robot, "charts-dark", 1700, 460, Theme.Choice.DARK);

        Circle dot =
                robot.lookup(".plot-dot").queryAllAs(Circle.class).iterator().next();
        robot.clickOn(dot);
        assertThat(opened).hasSize(1);
    }

    @Test
    void oneVariantAloneHasNoOtherToBeDrawnAgainst(FxRobot robot) {
        robot.interact(() -> charts.show(comparison(1)));
        WaitForAsyncUtils.waitForFxEvents(20);

        assertThat(robot.lookup(".plot-diagonal").queryAll()).isEmpty();
        assertThat(robot.lookup(".plot-full").queryAll()).hasSize(1);
    }

    @Test
    void nothingIsReckonedWhileNobodyLooks(FxRobot robot) {
        robot.interact(() -> {
            charts.setVisible(false);
            charts.show(comparison(2));
        });
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup(".plot-bar").queryAll()).isEmpty();

        robot.interact(() -> charts.setVisible(true));
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(robot.lookup(".plot-bar").queryAll()).isNotEmpty();
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
