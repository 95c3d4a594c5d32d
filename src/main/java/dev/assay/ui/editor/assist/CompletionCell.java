package dev.assay.ui.editor.assist;

import dev.assay.prompt.assist.completion.Completion;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One completion: what kind it is, its name, its type. */
final class CompletionCell extends ListCell<Completion> {
    private final FontIcon icon = new FontIcon("fth-code");
    private final Label name = new Label();
    private final Label type = new Label();
    private final HBox row;

    CompletionCell() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row = new HBox(icon, name, space, type);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("completion-row");
        name.getStyleClass().add("completion-name");
        name.setMinWidth(0);
        type.setMinWidth(Region.USE_PREF_SIZE);
        type.getStyleClass().add("completion-type");
        setPrefWidth(0);
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable Completion item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        icon.setIconLiteral(icon(item.kind()));
        icon.getStyleClass()
                .setAll("ikonli-font-icon", "kind-" + item.kind().name().toLowerCase(Locale.ROOT));
        name.setText(item.label());
        type.setText(item.type());
        setGraphic(row);
    }

    private static String icon(Completion.Kind kind) {
        return switch (kind) {
            case VARIABLE -> "fth-type";
            case PARAMETER -> "fth-tag";
            case FIELD -> "fth-box";
            case DATA -> "fth-at-sign";
            case HELPER -> "fth-zap";
            case BLOCK -> "fth-git-branch";
            case CLOSER -> "fth-corner-down-left";
            case PARTIAL -> "fth-file-text";
            case MODEL -> "fth-cpu";
            case KEY -> "fth-hash";
            case VALUE -> "fth-chevron-right";
        };
    }
}
