package dev.assay.ui.editor;

import dev.assay.prompt.Diagnostic;
import java.time.Duration;
import javafx.event.EventHandler;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Says what is wrong with an underlined stretch while the mouse rests on it. */
public final class ProblemTooltip implements EditorComponent {
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final double WIDTH = 420;
    private static final double BELOW = 14;

    private final LiveColours colours;
    private final Tooltip tooltip = new Tooltip();
    private EventHandler<MouseOverTextEvent> show = event -> {};
    private final EventHandler<MouseOverTextEvent> hide = event -> tooltip.hide();

    /** @param colours knows the problems */
    public ProblemTooltip(LiveColours colours) {
        this.colours = colours;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
    }

    @Override
    public void install(PromptEditor editor) {
        show = event -> colours.problems().stream()
                .filter(problem -> covers(problem, event.getCharacterIndex()))
                .findFirst()
                .ifPresent(problem -> {
                    tooltip.setText(problem.message());
                    var at = event.getScreenPosition();
                    tooltip.show(editor, at.getX(), at.getY() + BELOW);
                });
        editor.area().setMouseOverTextDelay(DELAY);
        editor.area().addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, show);
        editor.area().addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, hide);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        tooltip.hide();
        editor.area().removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, show);
        editor.area().removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, hide);
    }

    private static boolean covers(Diagnostic problem, int offset) {
        return problem.start() <= offset && offset < StyledRun.markEnd(problem);
    }
}
