package dev.assay.ui.editor;

import dev.assay.prompt.Diagnostic;
import dev.assay.ui.fx.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;
import org.reactfx.Subscription;

/**
 * Colours the text and underlines its problems shortly after the typing pauses. The work is done off the FX thread, and
 * its result is thrown away if the text has changed meanwhile.
 */
public final class LiveColours implements EditorComponent {
    private static final Duration PAUSE = Duration.ofMillis(60);

    private final Function<String, Analysis> analyse;
    private final Tasks tasks;
    private Colouring shown = Colouring.NONE;
    private Untouched untouched = Untouched.all(0);
    private List<Diagnostic> problems = List.of();
    private Runnable recolour = () -> {};
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Subscription subscription;

    /**
     * @param analyse a pure function of the text; slow
     * @param tasks runs it
     */
    public LiveColours(Function<String, Analysis> analyse, Tasks tasks) {
        this.analyse = analyse;
        this.tasks = tasks;
    }

    @Override
    public void install(PromptEditor editor) {
        CodeArea area = editor.area();
        recolour = () -> colour(area);
        untouched = Untouched.all(0).after(0, 0, area.getLength());
        subscription =
                area.plainTextChanges().hook(this::track).successionEnds(PAUSE).subscribe(change -> colour(area));
        colour(area);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        if (subscription != null) {
            subscription.unsubscribe();
            subscription = null;
        }
        editor.area().clearStyle(0, editor.area().getLength());
        shown = Colouring.NONE;
        problems = List.of();
    }

    /** The problems that are underlined now. */
    public List<Diagnostic> problems() {
        return problems;
    }

    /** Looks at the text again, as when its partials have changed. */
    public void refresh() {
        recolour.run();
    }

    /** Hears that colours and problems have been brought up to date; returns what takes the listener away again. */
    public Runnable onShown(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void track(PlainTextChange change) {
        untouched = untouched.after(
                change.getPosition(),
                change.getRemoved().length(),
                change.getInserted().length());
    }

    private void colour(CodeArea area) {
        String text = area.getText();
        Colouring before = shown;
        Untouched since = untouched;
        tasks.run(
                () -> {
                    Analysis analysis = analyse.apply(text);
                    var after =
                            new Colouring(text, StyledRun.cover(text.length(), analysis.spans(), analysis.problems()));
                    return new Update(after, after.changedSince(before, since), analysis.problems());
                },
                update -> {
                    boolean current = shown == before
                            && since.equals(untouched)
                            && area.getText().equals(text);
                    if (subscription != null && current) {
                        show(area, update);
                    }
                },
                failure -> {});
    }

    private record Update(Colouring colouring, List<StyledRun> changed, List<Diagnostic> problems) {}

    private void show(CodeArea area, Update update) {
        apply(area, update.changed());
        shown = update.colouring();
        untouched = Untouched.all(area.getLength());
        problems = update.problems();
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private static void apply(CodeArea area, List<StyledRun> runs) {
        if (runs.isEmpty() || area.getLength() == 0) {
            return;
        }
        var spans = new StyleSpansBuilder<Collection<String>>(runs.size());
        runs.forEach(run -> spans.add(run.classes(), run.end() - run.start()));
        area.setStyleSpans(runs.getFirst().start(), spans.create());
    }
}
