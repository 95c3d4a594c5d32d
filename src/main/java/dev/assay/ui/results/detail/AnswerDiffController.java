package dev.assay.ui.results.detail;

import dev.assay.ui.editor.diff.DiffPane;
import dev.assay.ui.editor.diff.DiffViewModel;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.rows.ResultCell;
import dev.assay.ui.results.rows.ResultCellRef;
import dev.assay.ui.results.rows.ResultsViewModel;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Shows where the chosen answer differs, word by word, from the baseline's or from the expected one. */
public final class AnswerDiffController {
    private final ResultsViewModel results;
    private final DiffViewModel difference;
    private Subscription watching = Subscription.EMPTY;

    @FXML
    private ToggleButton toBaseline;

    @FXML
    private ToggleButton toExpected;

    @FXML
    private DiffPane diff;

    @FXML
    private Label none;

    /**
     * The difference of the grid's chosen cell.
     *
     * @param tasks compares off the FX thread
     */
    public AnswerDiffController(ResultsViewModel results, Tasks tasks) {
        this.results = results;
        difference = new DiffViewModel(tasks);
    }

    @FXML
    private void initialize() {
        var group = new ToggleGroup();
        toBaseline.setToggleGroup(group);
        toExpected.setToggleGroup(group);
        diff.show(difference);
        for (Node node : new Node[] {diff, none}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        none.visibleProperty().bind(diff.visibleProperty().not());
        for (ToggleButton choice : new ToggleButton[] {toBaseline, toExpected}) {
            choice.setOnAction(event -> {
                choice.setSelected(true);
                show();
            });
        }
        results.chosenProperty().subscribe(this::open);
        results.differenceProperty().subscribe(this::show);
    }

    private void open(@Nullable ResultCellRef chosen) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (chosen == null) {
            return;
        }
        ResultCell baseline = chosen.cell().baseline();
        toBaseline.setDisable(baseline == null);
        toExpected.setDisable(chosen.row().expected() == null);
        ToggleButton wanted = toExpected.isSelected() ? toExpected : toBaseline;
        ToggleButton other = wanted == toBaseline ? toExpected : toBaseline;
        (wanted.isDisable() && !other.isDisable() ? other : wanted).setSelected(true);
        watching = chosen.cell().attemptsProperty().subscribe(attempts -> show());
        if (baseline != null) {
            watching = watching.and(baseline.attemptsProperty().subscribe(attempts -> show()));
        }
    }

    /** Nothing is compared while nobody looks. */
    private void show() {
        ResultCellRef chosen = results.chosenProperty().get();
        if (chosen == null || !results.differenceProperty().get()) {
            return;
        }
        String other = other(chosen);
        diff.setVisible(other != null);
        if (other != null) {
            difference.show(ended(other), ended(chosen.cell().front().text()));
        }
    }

    /** That an answer lacks the end of its last line is nothing to look at. */
    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private @Nullable String other(ResultCellRef chosen) {
        ResultCell baseline = chosen.cell().baseline();
        return toExpected.isSelected()
                ? chosen.row().expected()
                : baseline == null ? null : baseline.front().text();
    }
}
