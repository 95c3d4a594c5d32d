package dev.assay.ui.shell;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Theme;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Switches between the themes: as the desktop, light, dark. */
public final class ThemeButton extends Button {
    private final FontIcon icon = new FontIcon("fth-moon");

    /** A button that waits for a theme. */
    public ThemeButton() {
        setGraphic(icon);
        setTooltip(new Tooltip());
    }

    void setTheme(Theme theme) {
        setOnAction(
                event -> theme.choiceProperty().set(theme.choiceProperty().get().next()));
        theme.choiceProperty().subscribe(choice -> {
            icon.setIconLiteral(icon(choice));
            getTooltip().setText(tip(choice));
            setAccessibleText(tip(choice));
        });
    }

    private static String tip(Theme.Choice choice) {
        return switch (choice) {
            case SYSTEM -> Messages.get("shell.theme.system");
            case LIGHT -> Messages.get("shell.theme.light");
            case DARK -> Messages.get("shell.theme.dark");
        };
    }

    private static String icon(Theme.Choice choice) {
        return switch (choice) {
            case SYSTEM -> "fth-monitor";
            case LIGHT -> "fth-sun";
            case DARK -> "fth-moon";
        };
    }
}
