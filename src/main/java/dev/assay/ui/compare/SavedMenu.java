package dev.assay.ui.compare;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Opens saved comparisons and saves the one that is set up. Public because FXML makes it. */
public final class SavedMenu extends MenuButton {

    /** A menu without comparisons. */
    public SavedMenu() {
        super(Messages.get("compare.saved"), new FontIcon("fth-bookmark"));
        setTooltip(new Tooltip(Messages.get("compare.saved.tip")));
    }

    /** Shows what is saved, as it is when the menu is opened. */
    void bind(SavedComparisons saved) {
        setOnShowing(event -> saved.load());
        saved.names().subscribe(() -> fill(saved));
        fill(saved);
    }

    private void fill(SavedComparisons saved) {
        List<MenuItem> items = new ArrayList<>();
        for (String name : saved.names()) {
            var item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> saved.open(name));
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        var save = new MenuItem(Messages.get("compare.saved.save"));
        save.setOnAction(event -> Dialogs.line(
                        getScene().getWindow(),
                        Messages.get("compare.saved.title"),
                        Messages.get("compare.saved.example"),
                        "",
                        Messages.get("compare.saved.ok"))
                .ifPresent(saved::save));
        items.add(save);
        getItems().setAll(items);
    }
}
