package dev.assay.ui.editor.diff;

import dev.assay.registry.diff.TextDiff;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Two texts, and what differs between them as the user wants to see it. */
public final class DiffViewModel {
    private final LatestTask comparing;
    private final ReadOnlyObjectWrapper<TextDiff> diff = new ReadOnlyObjectWrapper<>(TextDiff.EMPTY);
    private final ObservableList<DiffItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable HunkChoice> choice = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty inline = new SimpleBooleanProperty();
    private final BooleanProperty ignoreSpace = new SimpleBooleanProperty();
    private final Set<Integer> unfolded = new HashSet<>();
    private String before = "";
    private String after = "";

    /** @param tasks compares off the FX thread */
    public DiffViewModel(Tasks tasks) {
        comparing = new LatestTask(tasks);
        inline.subscribe(this::arrange);
        ignoreSpace.subscribe(this::compare);
    }

    /** Shows what differs between two texts. */
    public void show(String first, String second) {
        before = first;
        after = second;
        choice.set(null);
        compare();
    }

    /**
     * Shows a difference of which changes can be taken one by one.
     *
     * @param hunks which are taken; it counts the changes of {@code found}
     */
    public void choose(TextDiff found, HunkChoice hunks) {
        unfolded.clear();
        choice.set(hunks);
        diff.set(found);
        arrange();
    }

    private void compare() {
        String first = before;
        String second = after;
        boolean ignore = ignoreSpace.get();
        comparing.run(
                () -> TextDiff.of(first, second, ignore),
                found -> {
                    if (choice.get() == null && !found.equals(diff.get())) {
                        unfolded.clear();
                        diff.set(found);
                        arrange();
                    }
                },
                failure -> {
                    throw new IllegalStateException(failure.summary());
                });
    }

    private void arrange() {
        items.setAll(DiffLayout.of(diff.get(), inline.get(), unfolded));
    }

    /** Shows folded lines. */
    void unfold(DiffItem.Fold fold) {
        unfolded.add(fold.first());
        arrange();
    }

    /**
     * The item at which the next change begins.
     *
     * @param from index of an item
     * @param step 1 for forward, -1 for back
     * @return an index, or -1 where there is no further change
     */
    int change(int from, int step) {
        int here = from >= 0 && from < items.size() ? items.get(from).hunk() : DiffItem.NONE;
        for (int i = from + step; i >= 0 && i < items.size(); i += step) {
            if (isFirst(i) && items.get(i).hunk() != here) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a change begins with that line. */
    boolean isFirst(int index) {
        int hunk = index >= 0 && index < items.size() ? items.get(index).hunk() : DiffItem.NONE;
        return hunk != DiffItem.NONE && (index == 0 || items.get(index - 1).hunk() != hunk);
    }

    /** Takes the change that a line belongs to, or leaves it. */
    void toggle(int index) {
        HunkChoice hunks = choice.get();
        int hunk = index >= 0 && index < items.size() ? items.get(index).hunk() : DiffItem.NONE;
        if (hunks != null && hunk != DiffItem.NONE) {
            hunks.take(hunk, !hunks.isTaken(hunk));
        }
    }

    /** The lines of the view. */
    ObservableList<DiffItem> items() {
        return items;
    }

    /** The texts that are compared, by lines of the first side or the second. */
    List<String> texts(List<DiffItem> chosen, boolean first) {
        return chosen.stream()
                .map(item -> DiffItem.text(item, first))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What differs. */
    public ReadOnlyObjectProperty<TextDiff> diffProperty() {
        return diff.getReadOnlyProperty();
    }

    /** Which changes are taken; null where they are only looked at. */
    public ReadOnlyObjectProperty<@Nullable HunkChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** Whether both texts are in one column; writable. */
    public BooleanProperty inlineProperty() {
        return inline;
    }

    /** Whether a difference in white space only is none; writable. */
    public BooleanProperty ignoreSpaceProperty() {
        return ignoreSpace;
    }
}
