package dev.assay.ui.results;

import java.util.List;
import javafx.scene.control.Label;

/** The letter of a variant in its colour, the same everywhere. */
public final class VariantBadge extends Label {
    private static final List<String> COLOURS = List.of(
            "variant-a", "variant-b", "variant-c", "variant-d", "variant-e", "variant-f", "variant-g", "variant-h");

    /**
     * @param label the letter
     * @param index from 0; from the ninth on the colours begin again
     */
    public VariantBadge(String label, int index) {
        super(label);
        getStyleClass().addAll("variant-badge", colour(index));
        setMinWidth(USE_PREF_SIZE);
    }

    /** The style class that gives a node the colour of a variant. */
    public static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }
}
