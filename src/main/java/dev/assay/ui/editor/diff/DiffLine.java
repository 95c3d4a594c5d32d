package dev.assay.ui.editor.diff;

import dev.assay.registry.diff.DiffRow.Kind;
import dev.assay.registry.diff.DiffSide;
import dev.assay.ui.editor.CodeFont;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line with its numbers at the left and, where it ends in an unusual way, a note of that at the right. */
final class DiffLine extends Region {
    private static final double NUMBER = 40;
    private static final double GAP = 8;
    private static final double LEAST = 40;

    private final Label first = number();
    private final Label second = number();
    private final MarkedText text = new MarkedText();
    private final Label end = new Label();
    private int numbers;

    DiffLine() {
        getStyleClass().add("diff-line");
        end.getStyleClass().add("diff-end");
        getChildren().setAll(first, second, text, end);
    }

    private static Label number() {
        var label = new Label();
        label.getStyleClass().add("diff-number");
        CodeFont.apply(label);
        return label;
    }

    /** Shows one side of a pair; null for the filler opposite to a line that is alone. */
    void show(Kind kind, @Nullable DiffSide side, @Nullable DiffSide other) {
        numbers = 1;
        first.setText(side == null ? "" : String.valueOf(side.number()));
        fill(side == null ? "filler" : style(kind), side);
        end.setText(side != null && other != null && !side.end().equals(other.end()) ? word(side.end()) : "");
        second.setVisible(false);
        text.setVisible(side != null);
    }

    /** Shows a line of a single column. */
    void show(DiffItem.Single line) {
        numbers = 2;
        first.setText(line.before() == 0 ? "" : String.valueOf(line.before()));
        second.setText(line.after() == 0 ? "" : String.valueOf(line.after()));
        second.setVisible(true);
        text.setVisible(true);
        fill(style(line.kind()), line.side());
        end.setText(
                line.kind() != Kind.SAME && !line.side().end().equals("\n")
                        ? word(line.side().end())
                        : "");
    }

    private void fill(String style, @Nullable DiffSide side) {
        getStyleClass().setAll("diff-line", "diff-" + style);
        if (side != null) {
            text.show(side.text(), side.marks());
        } else {
            text.show("", List.of());
        }
        requestLayout();
    }

    private static String style(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String word(String end) {
        return switch (end) {
            case "" -> Messages.get("diff.end.none");
            case "\r\n" -> "CRLF";
            case "\r" -> "CR";
            default -> "LF";
        };
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double textWidth(double width) {
        double note = end.getText().isEmpty() ? 0 : end.prefWidth(-1) + GAP;
        return Math.max(LEAST, width - numbers * NUMBER - 2 * GAP - note);
    }

    @Override
    protected double computePrefWidth(double height) {
        return numbers * NUMBER + LEAST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(text.prefHeight(textWidth(width))) + 2;
    }

    @Override
    protected void layoutChildren() {
        double textHeight = getHeight() - 2;
        double numberHeight = first.prefHeight(-1);
        first.resizeRelocate(0, 1, NUMBER, numberHeight);
        second.resizeRelocate(NUMBER, 1, NUMBER, numberHeight);
        double width = textWidth(getWidth());
        text.resizeRelocate(numbers * NUMBER + GAP, 1, width, textHeight);
        end.resizeRelocate(getWidth() - end.prefWidth(-1) - GAP, 1, end.prefWidth(-1), end.prefHeight(-1));
    }
}
