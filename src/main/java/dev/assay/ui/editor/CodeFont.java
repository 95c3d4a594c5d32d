package dev.assay.ui.editor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.text.Font;

/** The font of code: the best one that is installed. JavaFX style sheets know no list of fallbacks. */
public final class CodeFont {
    private static final List<String> PREFERRED = List.of(
            "JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "Liberation Mono");

    private static final String STYLE = "-fx-font-family: \"" + best() + "\";";

    private CodeFont() {}

    /** Gives a node and all text in it the font. */
    public static void apply(Node node) {
        node.setStyle(STYLE);
    }

    private static String best() {
        Set<String> installed = new HashSet<>(Font.getFamilies());
        return PREFERRED.stream().filter(installed::contains).findFirst().orElse("Monospaced");
    }
}
