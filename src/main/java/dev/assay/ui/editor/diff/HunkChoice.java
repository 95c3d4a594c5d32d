package dev.assay.ui.editor.diff;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which changes of a difference are taken; all at first. */
public final class HunkChoice {
    private final int count;
    private final ReadOnlyObjectWrapper<Set<Integer>> taken;

    /** @param count how many changes there are */
    public HunkChoice(int count) {
        this.count = count;
        taken = new ReadOnlyObjectWrapper<>(all());
    }

    private Set<Integer> all() {
        return IntStream.range(0, count).boxed().collect(Collectors.toUnmodifiableSet());
    }

    /** Takes all of them or none. */
    public void takeAll(boolean take) {
        taken.set(take ? all() : Set.of());
    }

    /** Takes a change or leaves it. */
    public void take(int hunk, boolean take) {
        taken.set(IntStream.range(0, count)
                .filter(each -> each == hunk ? take : taken.get().contains(each))
                .boxed()
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a change is taken. */
    public boolean isTaken(int hunk) {
        return taken.get().contains(hunk);
    }

    /** How many changes there are. */
    public int count() {
        return count;
    }

    /** Whether some changes are taken and others left. */
    public boolean isPartial() {
        return !taken.get().isEmpty() && taken.get().size() < count;
    }

    /** The changes that are taken, counted from 0. */
    public ReadOnlyObjectProperty<Set<Integer>> takenProperty() {
        return taken.getReadOnlyProperty();
    }
}
