package dev.assay.ui.editor.assist;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.mend.QuickFix;
import dev.assay.prompt.assist.mend.QuickFixes;
import dev.assay.prompt.assist.reading.Hover;
import dev.assay.ui.editor.EditorComponent;
import dev.assay.ui.editor.LiveColours;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what is wrong and how to mend it, or what a name is, while the mouse rests on it. */
public final class HoverCard implements EditorComponent {
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final double WIDTH = 440;

    private final LiveColours colours;
    private final Supplier<Known> known;
    private final QuickFixMenu fixes;
    private final LatestTask work;
    private final VBox content = new VBox();
    private final EditorPopup popup = new EditorPopup(content);
    private final PauseTransition leaving = new PauseTransition(javafx.util.Duration.millis(250));
    private EventHandler<MouseOverTextEvent> show = event -> {};
    private final EventHandler<MouseOverTextEvent> hide = event -> leaving.playFromStart();

    /**
     * @param colours knows the problems
     * @param known what the workspace knows now; asked on the FX thread
     * @param fixes does what the links say
     * @param tasks looks things up off the FX thread
     */
    public HoverCard(LiveColours colours, Supplier<Known> known, QuickFixMenu fixes, Tasks tasks) {
        this.colours = colours;
        this.known = known;
        this.fixes = fixes;
        this.work = new LatestTask(tasks);
        content.getStyleClass().addAll("editor-popup", "hover-card");
        content.setMaxWidth(WIDTH);
        content.setOnMouseExited(event -> leaving.playFromStart());
        // Whether the text is left before or after the card is entered differs between systems.
        leaving.setOnFinished(event -> {
            if (!content.isHover()) {
                popup.hide();
            }
        });
    }

    @Override
    public void install(PromptEditor editor) {
        show = event -> look(editor, event.getCharacterIndex());
        editor.area().setMouseOverTextDelay(DELAY);
        editor.area().addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, show);
        editor.area().addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, hide);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        popup.hide();
        editor.area().removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, show);
        editor.area().removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, hide);
    }

    private record Found(List<Diagnostic> problems, List<QuickFix> fixes, Optional<Hover> hover) {}

    private void look(PromptEditor editor, int offset) {
        String text = editor.area().getText();
        Known now = known.get();
        List<Diagnostic> problems = colours.problems().stream()
                .filter(problem -> problem.start() <= offset && offset < Math.max(problem.end(), problem.start() + 1))
                .toList();
        work.run(
                () -> {
                    List<QuickFix> mends = problems.isEmpty() ? List.of() : QuickFixes.at(text, offset, problems, now);
                    return new Found(
                            problems,
                            mends,
                            Hover.at(ParsedPrompt.of(text, now.definitions().get()), offset, now));
                },
                found -> {
                    if (editor.area().getLength() == text.length()) {
                        show(editor, offset, found);
                    }
                },
                failure -> {});
    }

    private void show(PromptEditor editor, int offset, Found found) {
        content.getChildren().clear();
        found.problems().forEach(this::addProblem);
        found.fixes().forEach(fix -> addFix(editor, fix));
        found.hover().ifPresent(this::addHover);
        if (content.getChildren().isEmpty()) {
            popup.hide();
        } else {
            leaving.stop();
            popup.showAt(editor, offset);
        }
    }

    private void addProblem(Diagnostic problem) {
        var label = label(problem.message(), "hover-problem");
        var icon = new FontIcon("fth-alert-circle");
        icon.getStyleClass().add("mark-" + problem.severity().name().toLowerCase(Locale.ROOT));
        label.setGraphic(icon);
        content.getChildren().add(label);
    }

    private void addFix(PromptEditor editor, QuickFix fix) {
        var link = new Hyperlink(fix.title());
        link.getStyleClass().add("hover-fix");
        link.setGraphic(new FontIcon("fth-tool"));
        link.setOnAction(event -> {
            popup.hide();
            fixes.apply(editor, fix);
        });
        content.getChildren().add(link);
    }

    private void addHover(Hover hover) {
        content.getChildren().add(label(hover.title(), "hover-title"));
        if (!hover.text().isEmpty()) {
            content.getChildren().add(label(hover.text(), "hover-text"));
        }
        if (!hover.code().isEmpty()) {
            content.getChildren().add(label(hover.code(), "hover-code"));
        }
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
