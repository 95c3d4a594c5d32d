package dev.assay.ui.editor;

import java.util.Collection;
import java.util.stream.Stream;
import javafx.util.Subscription;
import org.fxmisc.richtext.CodeArea;

/** Shades the line that the caret is on. */
public final class CurrentLine implements EditorComponent {
    private static final String SHADED = "current-line";

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
        Collection<String> styles = area.getParagraph(line).getParagraphStyle();
        if (!styles.contains(SHADED)) {
            area.setParagraphStyle(
                    line, Stream.concat(styles.stream(), Stream.of(SHADED)).toList());
        }
        shaded = line;
    }

    private void clear(CodeArea area) {
        if (shaded >= 0 && shaded < area.getParagraphs().size()) {
            // Others, such as being folded, stay.
            area.setParagraphStyle(
                    shaded,
                    area.getParagraph(shaded).getParagraphStyle().stream()
                            .filter(style -> !style.equals(SHADED))
                            .toList());
        }
        shaded = -1;
    }
}
