package dev.assay.ui.editor.assist;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.mend.NewFile;
import dev.assay.prompt.assist.mend.QuickFix;
import dev.assay.prompt.assist.mend.QuickFixes;
import dev.assay.ui.editor.EditorComponent;
import dev.assay.ui.editor.LiveColours;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/** Alt+Enter, or a click on a problem's mark in the gutter, offers the ways to mend what stands at the caret. */
public final class QuickFixMenu implements EditorComponent {
    private static final KeyCombination OPEN = KeyCombination.valueOf("Alt+Enter");

    private final LiveColours colours;
    private final Supplier<Known> known;
    private final Consumer<NewFile> createFile;
    private final LatestTask work;
    private final ContextMenu menu = new ContextMenu();
    private Map<Integer, Diagnostic> marks = Map.of();
    private EventHandler<KeyEvent> keys = event -> {};
    private IntFunction<Node> column = line -> new StackPane();
    private Runnable forget = () -> {};

    /**
     * @param colours knows the problems
     * @param known what the workspace knows now; asked on the FX thread
     * @param createFile makes a file
     * @param tasks looks for fixes off the FX thread
     */
    public QuickFixMenu(LiveColours colours, Supplier<Known> known, Consumer<NewFile> createFile, Tasks tasks) {
        this.colours = colours;
        this.known = known;
        this.createFile = createFile;
        this.work = new LatestTask(tasks);
        menu.getStyleClass().add("quick-fixes");
    }

    @Override
    public void install(PromptEditor editor) {
        keys = event -> {
            if (OPEN.match(event)) {
                open(editor);
                event.consume();
            }
        };
        editor.area().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        column = line -> mark(editor, line);
        editor.gutter().addFirst(column);
        forget = colours.onShown(() -> showMarks(editor));
    }

    @Override
    public void uninstall(PromptEditor editor) {
        editor.area().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        editor.gutter().remove(column);
        forget.run();
        menu.hide();
    }

    /** Offers the fixes at the caret. */
    public void open(PromptEditor editor) {
        CodeArea area = editor.area();
        String text = area.getText();
        int caret = area.getCaretPosition();
        List<Diagnostic> problems = colours.problems();
        Known now = known.get();
        work.run(
                () -> QuickFixes.at(text, caret, problems, now),
                found -> {
                    if (area.getLength() == text.length()) {
                        show(editor, found);
                    }
                },
                failure -> {});
    }

    /** Does what a fix says. */
    public void apply(PromptEditor editor, QuickFix fix) {
        editor.apply(fix.edits());
        NewFile file = fix.newFile();
        if (file != null) {
            createFile.accept(file);
        }
        editor.area().requestFocus();
    }

    private void show(PromptEditor editor, List<QuickFix> fixes) {
        menu.getItems().clear();
        for (QuickFix fix : fixes) {
            var item = new MenuItem(fix.title(), new FontIcon(fix.newFile() == null ? "fth-tool" : "fth-file-plus"));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> apply(editor, fix));
            menu.getItems().add(item);
        }
        if (fixes.isEmpty()) {
            var none = new MenuItem(Messages.get("editor.fix.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        editor.area().requestFollowCaret();
        Bounds caret = editor.area().getCaretBounds().orElse(editor.localToScreen(editor.getBoundsInLocal()));
        menu.show(editor, caret.getMinX(), caret.getMaxY() + 4);
    }

    private void showMarks(PromptEditor editor) {
        var now = new HashMap<Integer, Diagnostic>();
        for (Diagnostic problem : colours.problems()) {
            now.merge(
                    problem.location().line() - 1,
                    problem,
                    (one, other) -> one.severity().compareTo(other.severity()) <= 0 ? one : other);
        }
        Set<Integer> lines = new HashSet<>(marks.keySet());
        lines.addAll(now.keySet());
        Map<Integer, Diagnostic> before = marks;
        marks = now;
        lines.stream()
                .filter(line -> severity(before, line) != severity(now, line))
                .forEach(editor.gutter()::refresh);
    }

    private static int severity(Map<Integer, Diagnostic> marks, int line) {
        Diagnostic problem = marks.get(line);
        return problem == null ? -1 : problem.severity().ordinal();
    }

    private Node mark(PromptEditor editor, int line) {
        var mark = new StackPane();
        mark.getStyleClass().add("problem-mark");
        Diagnostic problem = marks.get(line);
        if (problem != null) {
            var icon = new FontIcon("fth-alert-circle");
            icon.getStyleClass().add("mark-" + problem.severity().name().toLowerCase(Locale.ROOT));
            mark.getChildren().add(icon);
            mark.setOnMouseClicked(event -> {
                editor.goTo(problem.start());
                open(editor);
            });
        }
        return mark;
    }
}
