package dev.assay.ui.editor.assist;

import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.reading.Definition;
import dev.assay.ui.editor.EditorComponent;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.Tasks;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** F12 or Ctrl+click goes to where a name is defined; F2 asks to rename it. */
public final class GoTo implements EditorComponent {
    private final Supplier<Known> known;
    private final Consumer<Definition> open;
    private final Consumer<Integer> rename;
    private final Tasks tasks;
    private EventHandler<KeyEvent> keys = event -> {};
    private EventHandler<MouseEvent> click = event -> {};

    /**
     * @param known what the workspace knows now; asked on the FX thread
     * @param open opens a definition that is in another file
     * @param rename asks for a new name of what stands at an offset
     * @param tasks looks for the definition off the FX thread
     */
    public GoTo(Supplier<Known> known, Consumer<Definition> open, Consumer<Integer> rename, Tasks tasks) {
        this.known = known;
        this.open = open;
        this.rename = rename;
        this.tasks = tasks;
    }

    @Override
    public void install(PromptEditor editor) {
        keys = event -> {
            if (event.getCode() == KeyCode.F12) {
                go(editor, editor.area().getCaretPosition());
                event.consume();
            } else if (event.getCode() == KeyCode.F2 && editor.area().isEditable()) {
                rename.accept(editor.area().getCaretPosition());
                event.consume();
            }
        };
        click = event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown() && event.isStillSincePress()) {
                go(editor, editor.area().hit(event.getX(), event.getY()).getInsertionIndex());
            }
        };
        editor.area().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        editor.area().addEventHandler(MouseEvent.MOUSE_CLICKED, click);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        editor.area().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        editor.area().removeEventHandler(MouseEvent.MOUSE_CLICKED, click);
    }

    private void go(PromptEditor editor, int offset) {
        String text = editor.area().getText();
        Known now = known.get();
        tasks.run(
                () -> Definition.at(ParsedPrompt.of(text, now.definitions().get()), offset),
                found -> found.ifPresent(definition -> {
                    if (definition.partial() != null || definition.file() != null) {
                        open.accept(definition);
                    } else {
                        editor.goTo(definition.start());
                        editor.area()
                                .selectRange(
                                        definition.start(),
                                        Math.min(definition.end(), editor.area().getLength()));
                    }
                }),
                failure -> {});
    }
}
