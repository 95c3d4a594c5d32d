package dev.assay.ui.prompts.assist;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.Severity;
import dev.assay.ui.fx.Messages;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem of the open prompt: how bad, where, what. */
final class ProblemCell extends ListCell<Diagnostic> {
    private final FontIcon icon = new FontIcon();

    private final Label message = new Label();
    private final Label name = new Label();
    private final Button mend = new Button(Messages.get("prompts.problem.mend"), new FontIcon("fth-tool"));
    private final HBox row;

    /** @param mender hears the problem that the user wants mended */
    ProblemCell(Consumer<Diagnostic> mender) {
        setPrefWidth(0);
        message.setMinWidth(0);
        name.getStyleClass().add("problem-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        mend.getStyleClass().addAll("flat", "small", "problem-mend");
        mend.setMinWidth(Region.USE_PREF_SIZE);
        mend.setOnAction(event -> mender.accept(getItem()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row = new HBox(icon, message, space, name, mend);
        row.getStyleClass().add("problem-row");
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
        icon.setIconLiteral(icon(item.severity()));
        icon.getStyleClass()
                .setAll("ikonli-font-icon", "problem-" + item.severity().name().toLowerCase(Locale.ROOT));
        message.setText(Messages.get(
                "prompts.problem",
                Integer.toString(item.location().line()),
                Integer.toString(item.location().column()),
                item.message()));
        name.setText(item.name());
        setGraphic(row);
        setTooltip(new Tooltip(item.message()));
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case ERROR -> "fth-alert-circle";
            case WARNING -> "fth-alert-triangle";
            case INFO -> "fth-info";
        };
    }
}
