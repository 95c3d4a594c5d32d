package dev.assay.ui.prompts.commit;

import dev.assay.registry.ChangedFile;
import dev.assay.registry.ChangedText;
import dev.assay.registry.GitStatus;
import dev.assay.registry.commit.FilePart;
import dev.assay.registry.diff.TextDiff;
import dev.assay.ui.editor.diff.HunkChoice;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** A changed file in the commit dialog, with its tick; once it was looked at, its changes are ticked one by one. */
final class CommitFile {
    private final ChangedFile change;
    private final BooleanProperty chosen;
    private final ReadOnlyBooleanWrapper partial = new ReadOnlyBooleanWrapper(false);
    private @Nullable Compared compared;

    /**
     * Both versions of a file.
     *
     * @param hunks which changes are taken; without any, the file goes as a whole
     */
    record Compared(ChangedText text, TextDiff diff, HunkChoice hunks) {
        /** Compares both versions; slow. */
        static Compared of(ChangedText text) {
            TextDiff diff = TextDiff.of(text.before(), text.after(), false);
            return new Compared(text, diff, new HunkChoice(diff.hunks().size()));
        }
    }

    CommitFile(ChangedFile change, boolean chosen) {
        this.change = change;
        this.chosen = new SimpleBooleanProperty(chosen && isCommittable(change));
        this.chosen.subscribe(this::chosenChanged);
    }

    private static boolean isCommittable(ChangedFile change) {
        return change.status() != GitStatus.CONFLICT;
    }

    ChangedFile change() {
        return change;
    }

    /** Whether it can go into a commit: a conflict must be decided first. */
    boolean isCommittable() {
        return isCommittable(change);
    }

    /** Both versions; null until it was looked at. */
    @Nullable
    Compared compared() {
        return compared;
    }

    /** Takes the versions to choose changes from. */
    void compared(Compared found) {
        compared = found;
        HunkChoice hunks = found.hunks();
        if (hunks.count() > 0) {
            hunks.takeAll(chosen.get());
            hunks.takenProperty().subscribe(taken -> {
                partial.set(hunks.isPartial());
                chosen.set(!taken.isEmpty() && isCommittable());
            });
        }
    }

    private void chosenChanged(boolean now) {
        HunkChoice hunks = compared == null ? null : compared.hunks();
        if (hunks != null
                && hunks.count() > 0
                && now == hunks.takenProperty().get().isEmpty()) {
            hunks.takeAll(now);
        }
    }

    /** What goes into the commit of a file that goes in parts. */
    FilePart part() {
        Compared found = Objects.requireNonNull(compared);
        return new FilePart(
                change.path(),
                found.text().base(),
                found.diff().apply(found.hunks().takenProperty().get()));
    }

    /** Whether it goes as a whole. */
    boolean isWhole() {
        return chosen.get() && !partial.get();
    }

    /** Whether it goes into the commit, wholly or in parts; writable. */
    BooleanProperty chosenProperty() {
        return chosen;
    }

    /** Whether only some of its changes go into the commit. */
    ReadOnlyBooleanProperty partialProperty() {
        return partial.getReadOnlyProperty();
    }
}
