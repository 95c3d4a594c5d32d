package dev.assay.ui.settings;

import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.Quirk;
import dev.assay.settings.edit.ProviderField;
import dev.assay.ui.fx.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** In what the server of a provider differs from its protocol, as far as servers of that protocol do. */
public final class QuirksGrid extends GridPane {
    private static final int COLUMNS = 4;

    private @Nullable Dialect shown;

    /** @param section goes out of sight where there is nothing to show */
    void open(ProviderViewModel viewModel, Node section) {
        viewModel.settingsProperty().subscribe(settings -> show(settings, viewModel, section));
    }

    private void show(@Nullable ProviderSettings settings, ProviderViewModel viewModel, Node section) {
        Dialect dialect = settings == null ? null : settings.dialect();
        if (dialect == shown && !getChildren().isEmpty()) {
            return;
        }
        shown = dialect;
        List<Node> boxes = new ArrayList<>();
        for (ProviderField field : dialect == null ? List.<ProviderField>of() : Arrays.asList(ProviderField.values())) {
            field.quirk()
                    .filter(quirk -> dialect != null && quirk.isOf(dialect))
                    .map(quirk -> box(field, quirk, viewModel))
                    .ifPresent(boxes::add);
        }
        getChildren().clear();
        for (int i = 0; i < boxes.size(); i++) {
            add(boxes.get(i), i % COLUMNS, i / COLUMNS);
        }
        Shown.set(section, !boxes.isEmpty());
    }

    private static Node box(ProviderField field, Quirk quirk, ProviderViewModel viewModel) {
        return ValueBox.choice(
                FieldNames.of(field), viewModel.value(field), quirk.choices(), () -> viewModel.save(field));
    }
}
