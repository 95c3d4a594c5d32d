package dev.assay.ui.editor.diff;

import dev.assay.registry.diff.Mark;
import dev.assay.ui.editor.CodeFont;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A line of text that wraps, with shaded stretches. */
final class MarkedText extends TextFlow {
    private final Text text = new Text();
    private final Path shade = new Path();
    private List<Mark> marks = List.of();

    MarkedText() {
        getStyleClass().add("diff-text");
        shade.getStyleClass().add("diff-mark");
        shade.setManaged(false);
        CodeFont.apply(this);
        getChildren().setAll(shade, text);
    }

    void show(String line, List<Mark> shaded) {
        marks = shaded;
        // An empty text would have no height.
        text.setText(line.isEmpty() ? " " : line.replace("\t", "    "));
        if (line.indexOf('\t') >= 0) {
            marks = shaded.stream().map(mark -> shift(line, mark)).toList();
        }
        requestLayout();
    }

    private static Mark shift(String line, Mark mark) {
        return new Mark(column(line, mark.start()), column(line, mark.end()));
    }

    private static int column(String line, int offset) {
        return offset
                + 3
                        * (int) line.substring(0, offset)
                                .chars()
                                .filter(c -> c == '\t')
                                .count();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        shade.getElements().clear();
        marks.forEach(mark -> shade.getElements().addAll(rangeShape(mark.start(), mark.end())));
    }
}
