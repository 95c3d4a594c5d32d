package dev.assay.ui.prompts.blame;

import dev.assay.registry.log.BlamedLines;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Which commit brought each line of the open prompt, while the user wants to know. */
public final class BlameViewModel {
    private final BiFunction<String, String, List<BlamedLines>> blame;
    private final Document document;
    private final LatestTask work;
    private final Executor pause;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final LineOrigins origins = new LineOrigins();
    private final ReadOnlyIntegerWrapper updates = new ReadOnlyIntegerWrapper();
    private String shown = "";
    private int edits;

    /**
     * What is open.
     *
     * @param name of the prompt; empty where none is
     * @param text what the editor holds
     * @param fail hears what went wrong
     */
    public record Document(Supplier<String> name, Supplier<String> text, Consumer<String> fail) {}

    /**
     * @param blame finds the origins of a prompt's text by its name; slow
     * @param pause runs a task on the FX thread once the typing has paused
     */
    public BlameViewModel(
            BiFunction<String, String, List<BlamedLines>> blame, Document document, Tasks tasks, Executor pause) {
        this.blame = blame;
        this.document = document;
        this.pause = pause;
        work = new LatestTask(tasks);
        on.subscribe(this::refresh);
    }

    /** Looks the origins up again, as when another prompt is open or there is a new commit. */
    public void refresh() {
        String name = document.name().get();
        if (!on.get() || !name.equals(shown)) {
            origins.clear();
            changed();
        }
        shown = name;
        if (!on.get() || name.isEmpty()) {
            return;
        }
        String text = document.text().get();
        int seen = edits;
        work.run(
                () -> blame.apply(name, text),
                found -> {
                    // An edit meanwhile has asked for another look; till then its lines are not told.
                    if (on.get() && seen == edits && name.equals(document.name().get())) {
                        origins.set(found);
                        changed();
                    }
                },
                failure -> document.fail().accept(failure.summary()));
    }

    /**
     * Follows an edit, and looks again after a pause.
     *
     * @param line where it begins, from 0
     * @param removed how many line ends it removed
     * @param inserted how many line ends it inserted
     */
    void edited(int line, int removed, int inserted) {
        origins.edited(line, removed, inserted);
        int now = ++edits;
        pause.execute(() -> {
            if (now == edits) {
                refresh();
            }
        });
    }

    private void changed() {
        updates.set(updates.get() + 1);
    }

    /** The origin of a line, counted from 0. */
    LineOrigin origin(int line) {
        return origins.of(line);
    }

    /** Counts how often all origins were taken over or forgotten. */
    ReadOnlyIntegerProperty updatesProperty() {
        return updates.getReadOnlyProperty();
    }

    /** Whether the user wants to know; writable. */
    public BooleanProperty onProperty() {
        return on;
    }
}
