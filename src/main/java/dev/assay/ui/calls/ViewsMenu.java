package dev.assay.ui.calls;

import dev.assay.history.search.CallFilter.Field;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Questions that are asked again and again. Public because FXML makes it. */
public final class ViewsMenu extends MenuButton {

    /** A menu without views. */
    public ViewsMenu() {
        setText(Messages.get("calls.views"));
        setGraphic(new FontIcon("fth-filter"));
    }

    /** Offers what a screen can be asked. */
    void bind(CallsViewModel calls) {
        calls.views().subscribe(() -> fill(calls));
        fill(calls);
    }

    private void fill(CallsViewModel calls) {
        var save = item(
                Messages.get("calls.views.save"),
                () -> Dialogs.line(
                                getScene().getWindow(),
                                Messages.get("calls.views.title"),
                                Messages.get("calls.views.example"),
                                "",
                                Messages.get("calls.views.ok"))
                        .ifPresent(calls::saveView));
        save.disableProperty().bind(calls.lineProperty().map(String::isBlank));
        getItems()
                .setAll(
                        item(Messages.get("calls.views.failed"), () -> calls.narrow(Field.IS, "failed")),
                        item(Messages.get("calls.views.starred"), () -> calls.narrow(Field.IS, "starred")),
                        item(Messages.get("calls.views.cached"), () -> calls.narrow(Field.IS, "cached")),
                        new SeparatorMenuItem());
        List<String> names = List.copyOf(calls.views());
        names.forEach(name -> getItems().add(item(name, () -> calls.useView(name))));
        if (!names.isEmpty()) {
            var forget = new Menu(Messages.get("calls.views.delete"));
            names.forEach(name -> forget.getItems().add(item(name, () -> calls.deleteView(name))));
            getItems().addAll(new SeparatorMenuItem(), save, forget);
        } else {
            getItems().add(save);
        }
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
