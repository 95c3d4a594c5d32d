package dev.assay.ui.editor.diff;

import dev.assay.ui.fx.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/** A line of the view: one line, two side by side, or a fold to open. */
final class DiffCell extends ListCell<DiffItem> {
    private static final PseudoClass FOLD = PseudoClass.getPseudoClass("fold");

    private final DiffViewModel viewModel;
    private final DiffLine left = new DiffLine();
    private final DiffLine right = new DiffLine();
    private final Label fold = new Label();
    private final Columns content = new Columns();

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
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        switch (item) {
            case DiffItem.Pair pair -> {
                left.show(pair.row().kind(), pair.row().before(), pair.row().after());
                right.show(pair.row().kind(), pair.row().after(), pair.row().before());
                left.getStyleClass().add("diff-left");
                right.getStyleClass().add("diff-right");
                content.hold(left, right);
            }
            case DiffItem.Single single -> {
                left.show(single);
                content.hold(left);
            }
            case DiffItem.Fold folded -> {
                fold.setText(Messages.get("diff.fold", folded.count()));
                content.hold(fold);
            }
        }
        setGraphic(content);
    }

    /** A list asks its cells for their height at the width it will give them; a label would not pass that on. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? super.computePrefHeight(width)
                : content.prefHeight(width > 0 ? width : getWidth());
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /** Nodes that share the width evenly. */
    private static final class Columns extends Region {
        void hold(Node... nodes) {
            getChildren().setAll(nodes);
            requestLayout();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double each = Math.floor(width / getChildren().size());
            return getChildren().stream()
                    .mapToDouble(node -> node.prefHeight(each))
                    .max()
                    .orElse(0);
        }

        @Override
        protected void layoutChildren() {
            double each = Math.floor(getWidth() / getChildren().size());
            for (int i = 0; i < getChildren().size(); i++) {
                getChildren().get(i).resizeRelocate(i * each, 0, each, getHeight());
            }
        }
    }
}
