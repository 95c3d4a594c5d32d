package dev.assay.ui.editor;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Shows a unified diff in colours; read only. */
public final class DiffView extends BorderPane {
    private final CodeArea area = new CodeArea();

    /** An empty view. */
    public DiffView() {
        getStyleClass().add("diff-view");
        getStylesheets()
                .add(Objects.requireNonNull(DiffView.class.getResource("editor.css"))
                        .toExternalForm());
        area.setEditable(false);
        area.setWrapText(true);
        CodeFont.apply(area);
        area.setFocusTraversable(false);
        setCenter(new VirtualizedScrollPane<>(area));
    }

    /** Shows a unified diff; empty for none. */
    public void show(String diff) {
        area.replaceText(diff);
        area.moveTo(0);
        area.requestFollowCaret();
        if (!diff.isEmpty()) {
            var spans = new StyleSpansBuilder<Collection<String>>();
            for (var paragraph : area.getParagraphs()) {
                spans.add(List.of(styleOf(paragraph.getText())), paragraph.length());
                spans.add(List.of(), 1);
            }
            area.setStyleSpans(0, spans.create().subView(0, area.getLength()));
        }
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            area.setParagraphStyle(line, List.of(styleOf(area.getText(line)) + "-line"));
        }
    }

    /** The shown text. */
    String text() {
        return area.getText();
    }

    /** The style class of a line of a unified diff. */
    static String styleOf(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("diff ") || line.startsWith("index ")) {
            return "diff-head";
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> "diff-added";
            case '-' -> "diff-removed";
            case '@' -> "diff-place";
            default -> "diff-same";
        };
    }
}
