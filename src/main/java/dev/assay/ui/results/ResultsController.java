package dev.assay.ui.results;

import dev.assay.ui.fx.Messages;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** Shows the grid, its filter, and the details beside it while a cell is chosen. */
public final class ResultsController {
    private static final double DETAIL_FROM = 0.62;

    private final ResultsViewModel results;
    private final ToggleGroup filters = new ToggleGroup();

    @FXML
    private SplitPane split;

    @FXML
    private ResultsTable table;

    @FXML
    private Node detail;

    @FXML
    private ToggleButton all;

    @FXML
    private ToggleButton different;

    @FXML
    private ToggleButton errors;

    @FXML
    private Label hint;

    /** The grid of one view-model. */
    public ResultsController(ResultsViewModel results) {
        this.results = results;
    }

    @FXML
    private void initialize() {
        table.bind(results);
        bind(all, RowFilter.ALL);
        bind(different, RowFilter.DIFFERENT);
        bind(errors, RowFilter.ERRORS);
        results.comparisonProperty().subscribe(comparison -> count());
        results.columns().subscribe(this::count);
        results.chosenProperty().subscribe(this::arrange);
        hint.managedProperty().bind(hint.visibleProperty());
    }

    private void bind(ToggleButton button, RowFilter filter) {
        button.setToggleGroup(filters);
        button.setOnAction(event -> {
            results.filterProperty().set(filter);
            button.setSelected(true);
        });
        results.filterProperty().subscribe(chosen -> button.setSelected(chosen == filter));
    }

    private void count() {
        all.setText(Messages.get("results.filter.all", results.count(RowFilter.ALL)));
        boolean ended = results.comparisonProperty().get() != null;
        different.setText(
                ended
                        ? Messages.get("results.filter.different.count", results.count(RowFilter.DIFFERENT))
                        : Messages.get("results.filter.different"));
        errors.setText(
                ended
                        ? Messages.get("results.filter.errors.count", results.count(RowFilter.ERRORS))
                        : Messages.get("results.filter.errors"));
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
