package dev.assay.ui.settings;

import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A provider in the list: its name, its address, and whether its key is missing. */
final class ProviderCell extends ListCell<ProviderSettings> {
    private final Label name = new Label();
    private final Label address = new Label();
    private final Label state = new Label(Messages.get("settings.needsKey"));
    private final VBox content;

    ProviderCell() {
        name.getStyleClass().add("provider-name");
        address.getStyleClass().add("form-caption");
        state.getStyleClass().add("error-chip");
        state.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var top = new HBox(name, gap, state);
        top.getStyleClass().add("block-top");
        content = new VBox(top, address);
        content.setSpacing(2);
        // A cell as wide as the list, so that long addresses end in dots.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ProviderSettings item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : content);
        if (item != null && !empty) {
            name.setText(item.name());
            address.setText(item.baseUrl().toString());
            Shown.set(state, item.apiKey() instanceof ApiKey.Missing);
        }
    }
}
