package dev.assay.ui.results.grid;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.rows.ResultsViewModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The heading of the cases; where the rows are sorted by a figure, it leads back to their own order. */
final class CaseHeader extends VBox {
    private final Subscription watching;

    CaseHeader(@Nullable ResultsViewModel results) {
        setManaged(false);
        getStyleClass().addAll("grid-head", "case-head");
        var unsort = new Button(Messages.get("results.unsort"));
        unsort.getStyleClass().addAll("flat", "small", "unsort");
        unsort.setTooltip(new Tooltip(Messages.get("results.unsort.tip")));
        unsort.setFocusTraversable(false);
        getChildren().addAll(new Label(Messages.get("results.case")), unsort);
        unsort.setVisible(false);
        watching = results == null
                ? Subscription.EMPTY
                : results.sortedProperty().subscribe(by -> unsort.setVisible(by != null));
        if (results != null) {
            unsort.setOnAction(event -> results.unsort());
        }
    }

    void dispose() {
        watching.unsubscribe();
    }
}
