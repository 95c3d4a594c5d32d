package dev.assay.ui.editor.merge;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The conflicts of a text below one another. */
public final class ConflictCards extends ScrollPane {
    private static final double SPACING = 12;

    /** Shows them, also when they change. */
    public ConflictCards(Decisions decisions, Sides sides) {
        var cards = new VBox(SPACING);
        Runnable show = () -> cards.getChildren()
                .setAll(decisions.all().stream()
                        .map(decision -> new ConflictCard(decision, sides))
                        .toList());
        decisions.all().subscribe(show);
        show.run();
        setContent(cards);
        setFitToWidth(true);
    }
}
