package dev.assay.ui.results.pane;

import dev.assay.history.Vote;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.grid.ResultGrid;
import dev.assay.ui.results.rows.ResultCellRef;
import dev.assay.ui.results.rows.ResultsViewModel;
import dev.assay.ui.results.rows.RowFilter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows the grid, its filter, and the details beside it while a cell is chosen. */
public final class ResultsController {
    private static final double DETAIL_FROM = 0.62;

    private final ResultsViewModel results;
    private final Tasks tasks;
    private final Function<String, List<Vote>> votes;
    private final ToggleGroup filters = new ToggleGroup();

    @FXML
    private SplitPane split;

    @FXML
    private ResultGrid table;

    @FXML
    private Node detail;

    @FXML
    private ToggleButton all;

    @FXML
    private ToggleButton different;

    @FXML
    private ToggleButton improved;

    @FXML
    private ToggleButton regressed;

    @FXML
    private ToggleButton failed;

    @FXML
    private ToggleButton errors;

    @FXML
    private ToggleButton unvoted;

    @FXML
    private Label hint;

    @FXML
    private ToggleButton chartsButton;

    @FXML
    private ToggleButton judgesButton;

    @FXML
    private StackPane content;

    /**
     * The grid of one view-model.
     *
     * @param tasks reckons the charts
     * @param votes the votes on a run by its id; slow
     */
    public ResultsController(ResultsViewModel results, Tasks tasks, Function<String, List<Vote>> votes) {
        this.results = results;
        this.tasks = tasks;
        this.votes = votes;
    }

    @FXML
    private void initialize() {
        table.bind(results);
        bind(all, RowFilter.ALL);
        bind(different, RowFilter.DIFFERENT);
        bind(improved, RowFilter.IMPROVED);
        bind(regressed, RowFilter.REGRESSED);
        bind(failed, RowFilter.FAILED);
        bind(errors, RowFilter.ERRORS);
        bind(unvoted, RowFilter.UNVOTED);
        results.countsProperty().subscribe(this::count);
        results.columns().subscribe(this::offerWhatNeedsTwo);
        results.chosenProperty().subscribe(this::arrange);
        hint.managedProperty().bind(hint.visibleProperty());
        new SidePanes(chartsButton, judgesButton, results, tasks, votes).over(split, content);
    }

    private void bind(ToggleButton button, RowFilter filter) {
        button.setToggleGroup(filters);
        button.setOnAction(event -> {
            results.filterProperty().set(filter);
            button.setSelected(true);
        });
        results.filterProperty().subscribe(chosen -> button.setSelected(chosen == filter));
    }

    private void count(Map<RowFilter, Integer> counts) {
        all.setText(Messages.get("results.filter.all", counts.getOrDefault(RowFilter.ALL, 0)));
        different.setText(Messages.get("results.filter.different", counts.getOrDefault(RowFilter.DIFFERENT, 0)));
        improved.setText(Messages.get("results.filter.improved", counts.getOrDefault(RowFilter.IMPROVED, 0)));
        regressed.setText(Messages.get("results.filter.regressed", counts.getOrDefault(RowFilter.REGRESSED, 0)));
        failed.setText(Messages.get("results.filter.failed", counts.getOrDefault(RowFilter.FAILED, 0)));
        unvoted.setText(Messages.get("results.filter.unvoted", counts.getOrDefault(RowFilter.UNVOTED, 0)));
        errors.setText(Messages.get("results.filter.errors", counts.getOrDefault(RowFilter.ERRORS, 0)));
    }

    private void offerWhatNeedsTwo() {
        for (ToggleButton button : List.of(different, improved, regressed, unvoted)) {
            button.setDisable(results.columns().size() < 2);
        }
    }

    private void arrange(@Nullable ResultCellRef chosen) {
        hint.setVisible(chosen == null);
        if (chosen == null) {
            split.getItems().remove(detail);
        } else if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(DETAIL_FROM);
        }
    }
}
