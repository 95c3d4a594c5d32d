package dev.assay.ui.settings;

import dev.assay.ui.fx.Messages;
import dev.assay.workbench.SettingsText;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Opens the settings files to be written by hand. */
public final class FilesMenu extends MenuButton {
    public FilesMenu() {
        super(Messages.get("settings.files"), new FontIcon("fth-file-text"));
    }

    void open(SettingsViewModel viewModel) {
        List<String> names = List.of(
                Messages.get("settings.files.providers"),
                Messages.get("settings.files.models"),
                Messages.get("settings.files.cache"));
        List<SettingsText> texts = viewModel.setup().texts();
        for (int i = 0; i < texts.size(); i++) {
            SettingsText text = texts.get(i);
            var item = new MenuItem(Messages.get("settings.files.item", names.get(i), text.name()));
            item.setOnAction(event -> edit(text, viewModel));
            getItems().add(item);
        }
    }

    /** Opens that of the providers. */
    void editProviders(SettingsViewModel viewModel) {
        edit(viewModel.setup().texts().getFirst(), viewModel);
    }

    private void edit(SettingsText text, SettingsViewModel viewModel) {
        FileDialog.show(getScene().getWindow(), text, viewModel.tasks(), viewModel::load);
    }
}
