package dev.assay.ui.prompts.draft;

import dev.assay.registry.StoredPrompt;
import dev.assay.ui.editor.diff.DiffViewModel;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.document.FileText;
import dev.assay.workbench.Draft;
import dev.assay.workbench.Drafts;
import java.time.Instant;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps unsaved text against a crash, and offers what was kept when its prompt is opened again. Files of prompts are never
 * written here.
 */
public final class DraftViewModel {
    private final DocumentViewModel document;
    private final Drafts drafts;
    private final Tasks tasks;
    private final Executor delayed;
    private final LatestTask writing;
    private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean waiting;
    private String looked = "";

    /**
     * A draft to keep or discard.
     *
     * @param changed the file has changed since the draft was begun
     */
    public record Offer(Draft draft, boolean changed) {}

    /** @param delayed runs a task on the FX thread after a short while */
    public DraftViewModel(DocumentViewModel document, Drafts drafts, Tasks tasks, Executor delayed) {
        this.document = document;
        this.drafts = drafts;
        this.tasks = tasks;
        this.delayed = delayed;
        writing = new LatestTask(tasks);
        document.storedProperty().subscribe(this::opened);
        document.textProperty().subscribe(this::edited);
        document.dirtyProperty().subscribe(dirty -> {
            if (!dirty) {
                forget();
            }
        });
    }

    private void opened(@Nullable StoredPrompt stored) {
        if (stored == null || looked.equals(stored.ref().name())) {
            return;
        }
        String name = stored.ref().name();
        looked = name;
        offer.set(null);
        tasks.run(
                () -> drafts.find(name),
                found -> {
                    StoredPrompt now = document.storedProperty().get();
                    if (now != null
                            && now.ref().name().equals(name)
                            && !document.dirtyProperty().get()) {
                        String text = FileText.forEditor(now.text());
                        found.filter(draft -> !draft.text().equals(text))
                                .ifPresent(draft ->
                                        offer.set(new Offer(draft, !draft.base().equals(text))));
                    }
                },
                failure -> problem.set(failure.summary()));
    }

    /** While a draft is offered it is not written over: the user has not said what becomes of it. */
    private void edited() {
        if (!waiting) {
            waiting = true;
            delayed.execute(() -> {
                waiting = false;
                keep();
            });
        }
    }

    /** Keeps the unsaved text now, then goes on; does not where it cannot be kept. */
    public void secure(Runnable next) {
        Draft draft = draft();
        if (draft == null) {
            next.run();
            return;
        }
        tasks.run(
                () -> {
                    drafts.save(draft);
                    return draft;
                },
                kept -> next.run(),
                failure -> problem.set(failure.summary()));
    }

    private @Nullable Draft draft() {
        StoredPrompt stored = document.storedProperty().get();
        if (stored == null || !document.dirtyProperty().get() || offer.get() != null) {
            return null;
        }
        return new Draft(stored.ref().name(), document.textProperty().get(), document.base(), Instant.now());
    }

    private void keep() {
        Draft draft = draft();
        if (draft == null) {
            return;
        }
        writing.run(
                () -> {
                    drafts.save(draft);
                    return draft;
                },
                kept -> {
                    problem.set("");
                    if (!document.dirtyProperty().get()) {
                        forget();
                    }
                },
                failure -> problem.set(failure.summary()));
    }

    private void forget() {
        StoredPrompt stored = document.storedProperty().get();
        if (stored != null && offer.get() == null && looked.equals(stored.ref().name())) {
            remove(stored.ref().name());
        }
    }

    private void remove(String name) {
        writing.run(
                () -> {
                    drafts.delete(name);
                    return name;
                },
                removed -> {},
                failure -> problem.set(failure.summary()));
    }

    /** Puts the draft into the editor; the file stays as it is until it is saved. */
    public void accept() {
        Offer offered = offer.get();
        if (offered != null) {
            offer.set(null);
            document.recover(offered.draft().text(), offered.draft().base());
        }
    }

    /** Throws the draft away. */
    public void discard() {
        Offer offered = offer.get();
        if (offered != null) {
            offer.set(null);
            remove(offered.draft().name());
        }
    }

    /** What a draft would change in the text that is open. */
    public DiffViewModel compare(Offer draft) {
        var diff = new DiffViewModel(tasks);
        diff.show(document.textProperty().get(), draft.draft().text());
        return diff;
    }

    /** The draft of the open prompt, or null where there is none. */
    public ReadOnlyObjectProperty<@Nullable Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Why drafts cannot be kept; empty where they can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
