package dev.assay.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;

/** The columns left of the text, such as line numbers. Every component may add one of its own. */
public final class Gutter {
    private final CodeArea area;
    private final List<IntFunction<? extends Node>> columns = new ArrayList<>();

    Gutter(CodeArea area) {
        this.area = area;
    }

    /** Adds a column next to the text; it makes a node for a line, counted from 0. */
    public void add(IntFunction<? extends Node> column) {
        columns.add(column);
        refresh();
    }

    /** Adds a column at the far left. */
    public void addFirst(IntFunction<? extends Node> column) {
        columns.addFirst(column);
        refresh();
    }

    /** Takes a column away. */
    public void remove(IntFunction<? extends Node> column) {
        columns.remove(column);
        refresh();
    }

    /** Makes the nodes of all lines in sight anew. */
    public void refresh() {
        List<IntFunction<? extends Node>> shown = List.copyOf(columns);
        area.setParagraphGraphicFactory(shown.isEmpty() ? null : line -> row(shown, line));
    }

    /** Makes the nodes of one line anew, where it is in sight. */
    public void refresh(int line) {
        if (!columns.isEmpty() && line < area.getParagraphs().size()) {
            area.recreateParagraphGraphic(line);
        }
    }

    private Node row(List<IntFunction<? extends Node>> columns, int line) {
        var row = new HBox();
        // A folded line takes no room, so nothing may stand beside it.
        if (area.getParagraph(line).getParagraphStyle().contains("collapse")) {
            return row;
        }
        row.getStyleClass().add("gutter");
        row.setAlignment(Pos.TOP_LEFT);
        columns.forEach(column -> row.getChildren().add(column.apply(line)));
        return row;
    }
}
