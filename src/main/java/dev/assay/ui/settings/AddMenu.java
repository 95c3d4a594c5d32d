package dev.assay.ui.settings;

import dev.assay.settings.Preset;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Adds providers: the usual ones by name, or those that run on this machine. */
public final class AddMenu extends MenuButton {
    public AddMenu() {
        super(Messages.get("settings.add"), new FontIcon("fth-plus"));
    }

    void open(SettingsViewModel viewModel) {
        var detect = new MenuItem(Messages.get("settings.detect"), new FontIcon("fth-search"));
        detect.setOnAction(event -> viewModel.detect());
        getItems().setAll(detect, new SeparatorMenuItem());
        for (Preset preset : Preset.all()) {
            var item = new MenuItem(preset.title());
            item.setOnAction(event -> add(preset, viewModel));
            getItems().add(item);
        }
    }

    /** Where every customer has another address, it is asked for. */
    private void add(Preset preset, SettingsViewModel viewModel) {
        if (preset.baseUrl().isPresent()) {
            viewModel.add(preset, Optional.empty());
        } else {
            Dialogs.line(
                            getScene().getWindow(),
                            Messages.get("settings.address.title", preset.title()),
                            preset.example(),
                            "",
                            Messages.get("settings.address.ok"))
                    .ifPresent(address -> viewModel.add(preset, Optional.of(address)));
        }
    }
}
