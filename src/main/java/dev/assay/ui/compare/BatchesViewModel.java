package dev.assay.ui.compare;

import dev.assay.experiment.batch.BatchProgress;
import dev.assay.experiment.batch.BatchSentence;
import dev.assay.ui.fx.Messages;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How far providers are with the batches of a run. */
final class BatchesViewModel {
    private final Map<String, BatchProgress> open = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper cancellable = new ReadOnlyBooleanWrapper(false);

    /** Another run begins. */
    void clear() {
        open.clear();
        text.set("");
        cancellable.set(false);
    }

    /** A provider was asked how far it is. */
    void take(BatchProgress progress) {
        if (progress.isOver()) {
            open.remove(progress.id());
        } else {
            open.put(progress.id(), progress);
        }
        text.set(sentences());
    }

    /** The run has ended; what providers still work on can be cancelled. */
    void left() {
        if (!open.isEmpty()) {
            text.set(Messages.get("compare.batch.left", sentences()));
            cancellable.set(true);
        }
    }

    /** The providers were asked to leave off. */
    void cancelled() {
        text.set(Messages.get("compare.batch.cancelling", sentences()));
        cancellable.set(false);
    }

    private String sentences() {
        return open.values().stream()
                .map(progress -> BatchSentence.of(progress, ZoneId.systemDefault()))
                .collect(Collectors.joining("; "));
    }

    /** All that is open, in words; empty for none. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Whether there is something to cancel. */
    ReadOnlyBooleanProperty cancellableProperty() {
        return cancellable.getReadOnlyProperty();
    }
}
