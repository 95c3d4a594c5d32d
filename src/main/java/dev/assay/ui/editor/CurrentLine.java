package dev.assay.ui.editor;

import java.util.List;
import javafx.util.Subscription;
import org.fxmisc.richtext.CodeArea;

/** Shades the line that the caret is on. */
public final class CurrentLine implements EditorComponent {
    private static final List<String> SHADED = List.of("current-line");

    private Subscription subscription = Subscription.EMPTY;
    private int shaded = -1;

    @Override
    public void install(PromptEditor editor) {
        CodeArea area = editor.area();
        // Text typed into an empty line brings its own paragraph style along, so edits shade again.
        org.reactfx.Subscription edits =
                area.plainTextChanges().subscribe(change -> shade(area, area.getCurrentParagraph()));
        subscription = area.currentParagraphProperty()
                .subscribe(line -> shade(area, line))
                .and(edits::unsubscribe);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        subscription.unsubscribe();
        clear(editor.area());
    }

    private void shade(CodeArea area, int line) {
        if (line >= area.getParagraphs().size()) {
            // The caret has not followed a deletion yet; it calls again when it has.
            return;
        }
        if (line != shaded) {
            clear(area);
        }
        if (!area.getParagraph(line).getParagraphStyle().equals(SHADED)) {
            area.setParagraphStyle(line, SHADED);
        }
        shaded = line;
    }

    private void clear(CodeArea area) {
        if (shaded >= 0 && shaded < area.getParagraphs().size()) {
            area.setParagraphStyle(shaded, List.of());
        }
        shaded = -1;
    }
}
