package dev.assay.ui.editor.diff;

import dev.assay.ui.fx.Messages;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The margin in which changes are taken: a box at the first line of a change, a bar along all of them. */
final class HunkMark extends Region {
    /** Width of the margin. */
    static final double WIDTH = 30;

    private final CheckBox box = new CheckBox();
    private final Runnable changed;
    private Subscription subscription = Subscription.EMPTY;

    /** @param changed runs when the change is taken or left */
    HunkMark(Runnable changed) {
        this.changed = changed;
        getStyleClass().add("hunk-mark");
        box.setFocusTraversable(false);
        box.setAccessibleText(Messages.get("diff.take"));
        getChildren().setAll(box);
    }

    /**
     * Shows whether a change is taken.
     *
     * @param choice null where nothing can be chosen
     * @param hunk the change, or {@link DiffItem#NONE}
     * @param first whether this is its first line
     */
    void show(@Nullable HunkChoice choice, int hunk, boolean first) {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        box.setVisible(choice != null && hunk != DiffItem.NONE && first);
        if (choice == null) {
            changed.run();
            return;
        }
        subscription = choice.takenProperty().subscribe(taken -> {
            box.setSelected(taken.contains(hunk));
            changed.run();
        });
        box.setOnAction(event -> choice.take(hunk, box.isSelected()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected void layoutChildren() {
        double size = box.prefHeight(-1);
        box.resizeRelocate(Math.floor((getWidth() - box.prefWidth(-1)) / 2), 1, box.prefWidth(-1), size);
    }
}
