package dev.assay.ui.prompts.outside;

import dev.assay.registry.StoredPrompt;
import dev.assay.registry.merge.MergedText;
import dev.assay.registry.merge.PromptMerge;
import dev.assay.ui.editor.diff.DiffViewModel;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.document.FileText;
import dev.assay.ui.prompts.document.OutsideChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** Brings the edits together with what another program wrote. Whatever is chosen, an undo brings the edits back. */
public final class OutsideViewModel {
    private final DocumentViewModel document;
    private final LatestTask merging;
    private final Tasks tasks;

    /** @param document the open prompt */
    public OutsideViewModel(DocumentViewModel document, Tasks tasks) {
        this.document = document;
        this.tasks = tasks;
        merging = new LatestTask(tasks);
    }

    /** What the other program wrote beside the text of the editor; empty where there is nothing to decide. */
    public Optional<DiffViewModel> compare() {
        return Optional.ofNullable(theirs()).map(theirs -> {
            var diff = new DiffViewModel(tasks);
            diff.show(FileText.forEditor(theirs.text()), document.textProperty().get());
            return diff;
        });
    }

    /**
     * Merges what both sides changed.
     *
     * @param undecided hears of a merge with conflicts, which the user has to decide
     */
    public void merge(Consumer<Conflicting> undecided) {
        StoredPrompt theirs = theirs();
        if (theirs == null) {
            return;
        }
        String base = document.base();
        String ours = document.textProperty().get();
        merging.run(
                () -> PromptMerge.merge(base, ours, FileText.forEditor(theirs.text())),
                merged -> {
                    if (theirs() != theirs
                            || !ours.equals(document.textProperty().get())) {
                        merge(undecided);
                    } else if (merged.isClean()) {
                        take(theirs, merged.settled(List.of()));
                    } else {
                        undecided.accept(new Conflicting(merged, theirs));
                    }
                },
                failure -> document.fail(failure.summary()));
    }

    /**
     * A merge that the user has to decide on.
     *
     * @param text both texts joined
     * @param theirs what the other program wrote
     */
    public record Conflicting(MergedText text, StoredPrompt theirs) {}

    /** Takes a merge as the user decided it. What the file has become meanwhile is told afterwards. */
    public void settle(Conflicting decided, String text) {
        take(decided.theirs(), text);
        document.refresh();
    }

    private void take(StoredPrompt theirs, String merged) {
        document.edit(merged);
        boolean theirsOnly = merged.equals(FileText.forEditor(theirs.text()));
        document.rebase(theirs, theirsOnly ? "" : Messages.get("outside.merged"));
    }

    /** Keeps the text as it is; the next save puts it in the place of what the other program wrote. */
    public void keepMine() {
        StoredPrompt theirs = theirs();
        if (theirs != null) {
            document.rebase(theirs, Messages.get("outside.kept"));
        }
    }

    /** Takes what the other program wrote. */
    public void takeTheirs() {
        StoredPrompt theirs = theirs();
        if (theirs != null) {
            document.replace(theirs);
        }
    }

    /** Writes a file that is gone again. */
    public void save() {
        document.save(() -> {});
    }

    /** Shows the prompt no longer; edits are asked about. */
    public void close() {
        document.leave(document::close);
    }

    private @Nullable StoredPrompt theirs() {
        return document.outsideProperty().get() instanceof OutsideChange.Rewritten rewritten
                ? rewritten.theirs()
                : null;
    }

    /** What the other program did; null where there is nothing to decide. */
    public ReadOnlyObjectProperty<@Nullable OutsideChange> changeProperty() {
        return document.outsideProperty();
    }
}
