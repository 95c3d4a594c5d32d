package dev.assay.ui.editor.diff;

import dev.assay.ui.fx.Messages;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/** A line of the view: one line, two side by side, or a fold to open. */
final class DiffCell extends ListCell<DiffItem> {
    private static final PseudoClass FOLD = PseudoClass.getPseudoClass("fold");
    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

    private final DiffViewModel viewModel;
    private final DiffLine left = new DiffLine();
    private final DiffLine right = new DiffLine();
    private final Label fold = new Label();
    private final HunkMark mark = new HunkMark(this::dim);
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
            mark.show(null, DiffItem.NONE, false);
            setGraphic(null);
            return;
        }
        HunkChoice choice = viewModel.choiceProperty().get();
        content.margin = choice == null || item instanceof DiffItem.Fold ? 0 : HunkMark.WIDTH;
        mark.show(choice, item.hunk(), viewModel.isFirst(getIndex()));
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

    /** What is not taken steps back. */
    private void dim() {
        HunkChoice choice = viewModel.choiceProperty().get();
        DiffItem item = getItem();
        pseudoClassStateChanged(
                LEFT_OUT,
                choice != null && item != null && item.hunk() != DiffItem.NONE && !choice.isTaken(item.hunk()));
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

    /** Nodes that share the width evenly, right of the margin. */
    private final class Columns extends Region {
        private double margin;
        private List<Node> nodes = List.of();

        void hold(Node... columns) {
            nodes = List.of(columns);
            getChildren().setAll(nodes);
            if (margin > 0) {
                getChildren().add(mark);
            }
            requestLayout();
        }

        private double each(double width) {
            return Math.floor((width - margin) / nodes.size());
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return nodes.stream()
                    .mapToDouble(node -> node.prefHeight(each(width)))
                    .max()
                    .orElse(0);
        }

        @Override
        protected void layoutChildren() {
            double each = each(getWidth());
            mark.resizeRelocate(0, 0, margin, getHeight());
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).resizeRelocate(margin + i * each, 0, each, getHeight());
            }
        }
    }
}
