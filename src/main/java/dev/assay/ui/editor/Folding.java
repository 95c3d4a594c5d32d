package dev.assay.ui.editor;

import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.reading.Fold;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional;
import org.kordamp.ikonli.javafx.FontIcon;
import org.reactfx.EventStreams;
import org.reactfx.Subscription;

/**
 * Folds front matter, blocks and long comments away by a mark in the gutter. Folded lines are hidden, not taken out: the
 * text stays as it is, and a line that the caret comes to, or that is edited, shows itself.
 */
public final class Folding implements EditorComponent {
    private static final String HIDDEN = "collapse";
    private static final String HEAD = "folded";
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final LatestTask work;
    private Map<Integer, Fold> folds = Map.of();
    private Subscription subscription = () -> {};
    private IntFunction<Node> column = line -> new StackPane();
    private boolean busy;

    /** @param tasks finds what may be folded, off the FX thread */
    public Folding(Tasks tasks) {
        work = new LatestTask(tasks);
    }

    @Override
    public void install(PromptEditor editor) {
        CodeArea area = editor.area();
        column = line -> mark(editor, line);
        editor.gutter().add(column);
        subscription = Subscription.multi(
                area.plainTextChanges()
                        .hook(change -> reveal(area, change))
                        .successionEnds(PAUSE)
                        .subscribe(change -> look(editor)),
                EventStreams.changesOf(area.currentParagraphProperty()).subscribe(change -> revealCaret(area)));
        look(editor);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        subscription.unsubscribe();
        unfoldAll(editor.area());
        editor.gutter().remove(column);
    }

    private void look(PromptEditor editor) {
        String text = editor.area().getText();
        work.run(
                () -> Fold.of(ParsedPrompt.of(text)).stream().collect(Collectors.toMap(Fold::head, fold -> fold)),
                found -> show(editor, found),
                failure -> {});
    }

    private void show(PromptEditor editor, Map<Integer, Fold> found) {
        Set<Integer> changed = new HashSet<>(folds.keySet());
        changed.addAll(found.keySet());
        Map<Integer, Fold> before = folds;
        folds = new HashMap<>(found);
        changed.stream()
                .filter(line -> before.containsKey(line) != found.containsKey(line))
                .forEach(editor.gutter()::refresh);
    }

    private Node mark(PromptEditor editor, int line) {
        var mark = new StackPane();
        mark.getStyleClass().add("fold-mark");
        if (folds.containsKey(line)) {
            boolean folded = isFolded(editor.area(), line);
            mark.getChildren().add(new FontIcon(folded ? "fth-chevron-right" : "fth-chevron-down"));
            mark.setAccessibleText(Messages.get(folded ? "editor.unfold" : "editor.fold"));
            mark.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    toggle(editor, line);
                }
            });
        }
        return mark;
    }

    /** Folds the lines below a head, or shows them again. */
    void toggle(PromptEditor editor, int line) {
        CodeArea area = editor.area();
        Fold fold = folds.get(line);
        if (fold == null || fold.last() >= area.getParagraphs().size()) {
            return;
        }
        if (isFolded(area, line)) {
            unfold(area, line + 1);
        } else {
            busy = true;
            int caret = area.getCurrentParagraph();
            if (caret > fold.head() && caret <= fold.last()) {
                area.moveTo(fold.head(), 0);
            }
            for (int i = fold.head() + 1; i <= fold.last(); i++) {
                style(area, i, HIDDEN, true);
            }
            style(area, line, HEAD, true);
            busy = false;
        }
        editor.gutter().refresh();
    }

    private static boolean isFolded(CodeArea area, int head) {
        return head + 1 < area.getParagraphs().size() && isHidden(area, head + 1);
    }

    private static boolean isHidden(CodeArea area, int line) {
        return line < area.getParagraphs().size()
                && area.getParagraph(line).getParagraphStyle().contains(HIDDEN);
    }

    private void revealCaret(CodeArea area) {
        if (!busy) {
            unfold(area, area.getCurrentParagraph());
        }
    }

    /** An edit among hidden lines, or one that joins lines with them, shows them. */
    private void reveal(CodeArea area, PlainTextChange change) {
        int first = area.offsetToPosition(change.getPosition(), TwoDimensional.Bias.Forward)
                .getMajor();
        int last = area.offsetToPosition(change.getInsertionEnd(), TwoDimensional.Bias.Forward)
                .getMajor();
        boolean lines =
                change.getInserted().indexOf('\n') >= 0 || change.getRemoved().indexOf('\n') >= 0;
        for (int line = first;
                line <= Math.min(lines ? last + 1 : last, area.getParagraphs().size() - 1);
                line++) {
            unfold(area, line);
        }
    }

    /** Shows all hidden lines around one. */
    private void unfold(CodeArea area, int line) {
        if (!isHidden(area, line)) {
            return;
        }
        int first = line;
        while (first > 0 && isHidden(area, first - 1)) {
            first--;
        }
        for (int i = first; isHidden(area, i); i++) {
            style(area, i, HIDDEN, false);
            area.recreateParagraphGraphic(i);
        }
        if (first > 0) {
            style(area, first - 1, HEAD, false);
            area.recreateParagraphGraphic(first - 1);
        }
    }

    private void unfoldAll(CodeArea area) {
        for (int i = 0; i < area.getParagraphs().size(); i++) {
            unfold(area, i);
        }
    }

    private static void style(CodeArea area, int line, String name, boolean on) {
        Collection<String> before = area.getParagraph(line).getParagraphStyle();
        List<String> others = before.stream().filter(one -> !one.equals(name)).toList();
        area.setParagraphStyle(
                line, on ? Stream.concat(others.stream(), Stream.of(name)).toList() : others);
    }
}
