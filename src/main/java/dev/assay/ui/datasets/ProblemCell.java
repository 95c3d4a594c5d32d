package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetProblem;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that is wrong; a click leads to it. */
final class ProblemCell extends ListCell<DatasetProblem> {
    private final FontIcon icon = new FontIcon("fth-alert-circle");

    ProblemCell(Consumer<DatasetProblem> opener) {
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                opener.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable DatasetProblem problem, boolean empty) {
        super.updateItem(problem, empty);
        setText(problem == null || empty ? null : problem.toString());
        setGraphic(problem == null || empty ? null : icon);
    }
}
