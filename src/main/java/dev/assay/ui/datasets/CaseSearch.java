package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.experiment.dataset.DatasetMatches;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Looks for a text in all cells of the dataset in sight, on another thread. */
final class CaseSearch {
    private final LatestTask searches;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<DatasetMatches> matches = new ReadOnlyObjectWrapper<>(DatasetMatches.NONE);
    private @Nullable DatasetDocument rows;

    CaseSearch(Tasks tasks) {
        searches = new LatestTask(tasks);
        text.subscribe(this::look);
    }

    /** Looks through other rows, or the same ones after a change. */
    void in(@Nullable DatasetDocument document) {
        rows = document;
        look();
    }

    private void look() {
        DatasetDocument now = rows;
        String wanted = text.get();
        if (now == null || wanted.isEmpty()) {
            matches.set(DatasetMatches.NONE);
        }
        if (now != null && !wanted.isEmpty()) {
            DatasetDocument copy = now.copy();
            searches.run(
                    () -> DatasetMatches.of(copy, wanted),
                    found -> {
                        if (wanted.equals(text.get())) {
                            matches.set(found);
                        }
                    },
                    failure -> matches.set(DatasetMatches.NONE));
        }
    }

    /** What is looked for; nothing where it is empty. Writable. */
    StringProperty textProperty() {
        return text;
    }

    /** Where it was found. */
    ReadOnlyObjectProperty<DatasetMatches> matchesProperty() {
        return matches.getReadOnlyProperty();
    }
}
