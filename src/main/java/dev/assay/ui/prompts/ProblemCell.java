package dev.assay.ui.prompts;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.Severity;
import dev.assay.ui.fx.Messages;
import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem of the open prompt: how bad, where, what. */
final class ProblemCell extends ListCell<Diagnostic> {
    private final FontIcon icon = new FontIcon();

    ProblemCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Diagnostic item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        icon.setIconLiteral(item.severity() == Severity.ERROR ? "fth-alert-circle" : "fth-alert-triangle");
        icon.getStyleClass()
                .setAll("ikonli-font-icon", "problem-" + item.severity().name().toLowerCase(Locale.ROOT));
        setText(Messages.get(
                "prompts.problem",
                Integer.toString(item.location().line()),
                Integer.toString(item.location().column()),
                item.message()));
        setGraphic(icon);
        setTooltip(new Tooltip(item.message()));
    }
}
