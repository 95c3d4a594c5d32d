package dev.assay.ui.exchange.report;

import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.exchange.report.ReportText;
import dev.assay.llm.StorageException;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A report as it is shown: what somebody must look at comes first, and one kind of entry may be shown alone. */
public final class ReportViewModel {
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>(Report.EMPTY);
    private final ObjectProperty<@Nullable Outcome> only = new SimpleObjectProperty<>();
    private final ObservableList<ReportEntry> entries = FXCollections.observableArrayList();

    /** @param tasks saves it */
    public ReportViewModel(Tasks tasks) {
        this.tasks = tasks;
        only.subscribe(value -> fill());
        report.subscribe(value -> fill());
    }

    /** Shows another report, all of it. */
    public void show(Report other) {
        only.set(null);
        report.set(other);
    }

    private void fill() {
        Outcome kind = only.get();
        entries.setAll(report.get().entries().stream()
                .filter(entry -> kind == null || entry.outcome() == kind)
                .sorted(Comparator.comparingInt(ReportViewModel::urgency))
                .toList());
    }

    private static int urgency(ReportEntry entry) {
        return switch (entry.outcome()) {
            case REFUSED -> 0;
            case NEEDS_HAND -> 1;
            case LEFT_OUT -> 2;
            case CONVERTED -> 3;
        };
    }

    /** The whole report as text. */
    public String text() {
        return String.join("\n", ReportText.lines(report.get())) + "\n";
    }

    /** Writes the whole report into a file. */
    void save(Path file, Consumer<Failure> failed) {
        String text = text();
        tasks.run(
                () -> {
                    try {
                        return Files.writeString(file, text);
                    } catch (IOException e) {
                        throw new StorageException("Cannot write " + file + ": " + e.getMessage(), e);
                    }
                },
                path -> {},
                failed);
    }

    /** The report. */
    public ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The kind of entry that is shown, or null for all; writable. */
    ObjectProperty<@Nullable Outcome> onlyProperty() {
        return only;
    }

    /** What is shown. */
    public List<ReportEntry> entries() {
        return entries;
    }

    ObservableList<ReportEntry> observableEntries() {
        return entries;
    }
}
