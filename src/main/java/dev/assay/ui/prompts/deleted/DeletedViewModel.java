package dev.assay.ui.prompts.deleted;

import dev.assay.registry.files.DeletedPrompt;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.RestartingTask;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The prompts that commits deleted, as far as they are not there again. */
public final class DeletedViewModel {
    /** The search through a long history ends with so many. */
    static final int LIMIT = 200;

    private final IntFunction<List<DeletedPrompt>> finder;
    private final RestartingTask work;
    private final ObservableList<DeletedPrompt> prompts = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /**
     * @param finder finds at most so many, latest first; slow, and ended by an interrupt
     */
    public DeletedViewModel(IntFunction<List<DeletedPrompt>> finder, Tasks tasks) {
        this.finder = finder;
        work = new RestartingTask(tasks);
    }

    /** Looks through the history. */
    void load() {
        state.set(Messages.get("deleted.looking"));
        work.run(
                () -> finder.apply(LIMIT + 1),
                found -> {
                    prompts.setAll(found.size() > LIMIT ? found.subList(0, LIMIT) : found);
                    note.set(found.size() > LIMIT ? Messages.get("deleted.more", LIMIT) : "");
                    state.set(Messages.get("deleted.none"));
                },
                failure -> state.set(failure.summary()));
    }

    /** Looks no further. */
    void stop() {
        work.stop();
    }

    /** Those found, latest first. */
    ObservableList<DeletedPrompt> prompts() {
        return prompts;
    }

    /** What to say while none is listed. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to say beside the list; may be empty. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
