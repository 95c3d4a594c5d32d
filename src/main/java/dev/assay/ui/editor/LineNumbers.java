package dev.assay.ui.editor;

import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.LineNumberFactory;

/** Numbers the lines. */
public final class LineNumbers implements EditorComponent {
    private IntFunction<Node> column = line -> new Region();

    @Override
    public void install(PromptEditor editor) {
        IntFunction<Node> numbers = LineNumberFactory.get(editor.area());
        column = line -> {
            Node number = numbers.apply(line);
            // The factory gives its labels a font of its own, so that of the area does not reach them.
            CodeFont.apply(number);
            return number;
        };
        editor.gutter().add(column);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        editor.gutter().remove(column);
    }
}
