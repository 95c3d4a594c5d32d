package dev.assay.ui.results.pane;

import dev.assay.experiment.Comparison;
import dev.assay.history.Vote;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.charts.ChartsPane;
import dev.assay.ui.results.judges.JudgesPane;
import dev.assay.ui.results.rows.ResultsViewModel;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What can be looked at instead of the grid: the charts, or how good the judges are. Both need scores. */
final class SidePanes {
    private final ToggleButton chartsButton;
    private final ToggleButton judgesButton;
    private final ResultsViewModel results;
    private final ChartsPane charts;
    private final JudgesPane judges;

    SidePanes(
            ToggleButton chartsButton,
            ToggleButton judgesButton,
            ResultsViewModel results,
            Tasks tasks,
            Function<String, List<Vote>> votes) {
        this.chartsButton = chartsButton;
        this.judgesButton = judgesButton;
        this.results = results;
        charts = new ChartsPane(tasks, this::open);
        judges = new JudgesPane(tasks, votes, this::open);
        var either = new ToggleGroup();
        chartsButton.setToggleGroup(either);
        judgesButton.setToggleGroup(either);
        charts.visibleProperty().bind(chartsButton.selectedProperty());
        judges.visibleProperty().bind(judgesButton.selectedProperty());
    }

    /** Puts them over the grid, which is shown while neither is. */
    void over(Node grid, StackPane content) {
        content.getChildren().addAll(charts, judges);
        grid.visibleProperty()
                .bind(chartsButton
                        .selectedProperty()
                        .or(judgesButton.selectedProperty())
                        .not());
        results.comparisonProperty().subscribe(this::show);
    }

    /** Shows another comparison; a run has scores once it has ended. */
    private void show(@Nullable Comparison comparison) {
        Comparison scored = comparison == null || comparison.run().metrics().isEmpty() ? null : comparison;
        for (ToggleButton button : List.of(chartsButton, judgesButton)) {
            button.setDisable(scored == null);
            if (scored == null) {
                button.setSelected(false);
            }
        }
        charts.show(scored);
        judges.show(scored);
    }

    private void open(int testCase) {
        chartsButton.setSelected(false);
        judgesButton.setSelected(false);
        results.chooseCase(testCase);
    }
}
