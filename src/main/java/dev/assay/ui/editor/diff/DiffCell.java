package dev.assay.ui.editor.diff;

import dev.assay.ui.fx.Messages;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;

/** A line of the view: one line, two side by side, or a fold to open. */
final class DiffCell extends ListCell<DiffItem> {
    private static final PseudoClass FOLD = PseudoClass.getPseudoClass("fold");

    private final DiffViewModel viewModel;
    private final DiffLine left = new DiffLine();
    private final DiffLine right = new DiffLine();
    private final Label fold = new Label();

    DiffCell(DiffViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("diff-cell");
        fold.getStyleClass().add("diff-fold");
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (getItem() instanceof DiffItem.Fold folded) {
                this.viewModel.unfold(folded);
            }
        });
    }

    @Override
    protected void updateItem(DiffItem item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(FOLD, item instanceof DiffItem.Fold);
        getChildren().removeAll(left, right, fold);
        if (empty || item == null) {
            return;
        }
        switch (item) {
            case DiffItem.Pair pair -> {
                left.show(pair.row().kind(), pair.row().before(), pair.row().after());
                right.show(pair.row().kind(), pair.row().after(), pair.row().before());
                left.getStyleClass().add("diff-left");
                right.getStyleClass().add("diff-right");
                getChildren().addAll(left, right);
            }
            case DiffItem.Single single -> {
                left.show(single);
                getChildren().add(left);
            }
            case DiffItem.Fold folded -> {
                fold.setText(Messages.get("diff.fold", folded.count()));
                getChildren().add(fold);
            }
        }
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width > 0 ? width : getWidth();
        if (getItem() instanceof DiffItem.Pair) {
            return Math.max(left.prefHeight(wide / 2), right.prefHeight(wide / 2));
        }
        if (getItem() instanceof DiffItem.Single) {
            return left.prefHeight(wide);
        }
        return fold.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double half = Math.floor(getWidth() / 2);
        if (getItem() instanceof DiffItem.Pair) {
            left.resizeRelocate(0, 0, half, getHeight());
            right.resizeRelocate(half, 0, getWidth() - half, getHeight());
        } else {
            Node only = getItem() instanceof DiffItem.Single ? left : fold;
            only.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
