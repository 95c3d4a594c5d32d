package dev.assay.ui.editor;

import dev.assay.prompt.assist.Replacement;
import dev.assay.registry.diff.LineEdits;
import dev.assay.ui.fx.FxExecutor;
import java.util.List;
import java.util.Objects;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/**
 * An editor of plain text. It knows how to hold text; everything else is an {@link EditorComponent}. Lines end in
 * {@code \n} in here, whatever the file has.
 */
public final class PromptEditor extends BorderPane {
    private final CodeArea area = new CodeArea();
    private final Gutter gutter = new Gutter(area);
    private final UndoHistories histories = new UndoHistories(area);
    private final FxExecutor fx = new FxExecutor();

    /** An empty editor without components. */
    public PromptEditor() {
        getStyleClass().add("prompt-editor");
        getStylesheets()
                .add(Objects.requireNonNull(PromptEditor.class.getResource("editor.css"))
                        .toExternalForm());
        area.setWrapText(true);
        CodeFont.apply(area);
        setCenter(new VirtualizedScrollPane<>(area));
    }

    /** Gives the editor a capability. */
    public PromptEditor with(EditorComponent component) {
        component.install(this);
        return this;
    }

    /** The text area, for components and for binding. */
    public CodeArea area() {
        return area;
    }

    /** What stands left of the text. */
    public Gutter gutter() {
        return gutter;
    }

    /** Puts a whole new text in that belongs to no document: the caret is at its start and there is no undo. */
    public void open(String text) {
        if (!area.getText().equals(text)) {
            area.replaceText(text);
        }
        area.getUndoManager().forgetHistory();
        area.moveTo(0);
        area.requestFollowCaret();
    }

    /**
     * Leads to a text by changing no more than has to be: it can be undone as one step, and the caret and the lines that
     * are in sight stay where they are.
     */
    public void change(String text) {
        List<Replacement> edits = LineEdits.between(area.getText(), text);
        if (edits.isEmpty()) {
            return;
        }
        int anchor = Replacement.moved(area.getAnchor(), edits);
        int caret = Replacement.moved(area.getCaretPosition(), edits);
        apply(edits);
        area.selectRange(anchor, caret);
    }

    /**
     * Shows a document. One that was shown before has its caret and its undo back; what changed meanwhile is a step to
     * undo.
     *
     * @param document what it is known by
     */
    public void open(String document, String text) {
        histories.open(document, text);
        change(text);
        area.requestFollowCaret();
    }

    /** Makes edits as one step to undo; they do not overlap, and their offsets count in the text as it is. */
    public void apply(List<Replacement> edits) {
        if (edits.isEmpty() || !area.isEditable()) {
            return;
        }
        area.getUndoManager().preventMerge();
        var change = area.createMultiChange(edits.size());
        Replacement.inverse(edits)
                .forEach(edit -> change.replaceTextAbsolutely(edit.start(), edit.end(), edit.replacement()));
        change.commit();
        area.getUndoManager().preventMerge();
    }

    /** Runs something once the current event is through, when the caret has followed the text. */
    public void later(Runnable task) {
        fx.later(task);
    }

    /** Puts the caret at an offset, or at the end where the text is shorter, and shows the line. */
    public void goTo(int offset) {
        area.moveTo(Math.clamp(offset, 0, area.getLength()));
        area.requestFollowCaret();
        area.requestFocus();
    }

    /** The same, and chooses the text from there to {@code end}. */
    public void goTo(int offset, int end) {
        goTo(offset);
        area.selectRange(Math.clamp(end, 0, area.getLength()), area.getCaretPosition());
    }
}
