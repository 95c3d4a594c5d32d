package dev.assay.ui.editor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.fxmisc.undo.UndoManager;
import org.fxmisc.undo.UndoManagerFactory;
import org.fxmisc.undo.impl.ChangeQueue;
import org.fxmisc.undo.impl.MultiChangeUndoManagerImpl;
import org.fxmisc.undo.impl.UndoManagerImpl;
import org.fxmisc.undo.impl.UnlimitedChangeQueue;
import org.reactfx.EventStream;

/** What can be undone in each document that was shown, so that switching to another and back loses no step. */
final class UndoHistories {
    private static final int MOST = 40;

    private final CodeArea area;
    private final Map<String, History> histories = new LinkedHashMap<>();
    private String open = "";

    UndoHistories(CodeArea area) {
        this.area = area;
        area.setUndoManager(UndoUtils.plainTextUndoManager(area, new Kept(new UnlimitedChangeQueue<>())));
    }

    /** The steps of a document and what it held when it was left. */
    private static final class History {
        private final ChangeQueue<?> steps = new UnlimitedChangeQueue<>();
        private String text = "";
        private int caret;
    }

    /** Shows a document. What it held before counts as a step where the text differs from it now. */
    void open(String document, String text) {
        leave();
        History before = histories.remove(document);
        History history = before == null ? new History() : before;
        histories.put(document, history);
        if (histories.size() > MOST) {
            histories.remove(histories.keySet().iterator().next());
        }
        open = document;
        area.setUndoManager(UndoUtils.noOpUndoManager());
        String shown = before == null ? text : before.text;
        if (!area.getText().equals(shown)) {
            area.replaceText(shown);
        }
        area.setUndoManager(UndoUtils.plainTextUndoManager(area, new Kept(history.steps)));
        area.moveTo(Math.min(history.caret, area.getLength()));
    }

    private void leave() {
        History left = histories.get(open);
        if (left != null) {
            left.text = area.getText();
            left.caret = area.getCaretPosition();
        }
    }

    /** Makes undo managers that keep their steps in a given queue. */
    private record Kept(ChangeQueue<?> steps) implements UndoManagerFactory {
        @Override
        @SuppressWarnings("unchecked")
        public <C> UndoManager<C> createSingleChangeUM(
                EventStream<C> changes,
                Function<? super C, ? extends C> invert,
                Consumer<C> apply,
                BiFunction<C, C, Optional<C>> merge,
                Predicate<C> isIdentity,
                Duration preventMergeDelay) {
            return new UndoManagerImpl<>(
                    (ChangeQueue<C>) steps, invert, apply, merge, isIdentity, changes, preventMergeDelay);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <C> UndoManager<List<C>> createMultiChangeUM(
                EventStream<List<C>> changes,
                Function<? super C, ? extends C> invert,
                Consumer<List<C>> apply,
                BiFunction<C, C, Optional<C>> merge,
                Predicate<C> isIdentity,
                Duration preventMergeDelay) {
            return new MultiChangeUndoManagerImpl<>(
                    (ChangeQueue<List<C>>) steps, invert, apply, merge, isIdentity, changes, preventMergeDelay);
        }
    }
}
