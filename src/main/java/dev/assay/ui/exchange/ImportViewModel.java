package dev.assay.ui.exchange;

import dev.assay.exchange.Format;
import dev.assay.exchange.ImportFile;
import dev.assay.exchange.Imports;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.exchange.source.ImportSource;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Exchange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What an import would bring, until it is written. */
final class ImportViewModel {
    private static final int SHOWN = 20_000;

    private final Exchange exchange;
    private final Tasks tasks;
    private final ObjectProperty<@Nullable Format> format = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>(Report.EMPTY);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ObservableList<ReportEntry> entries = FXCollections.observableArrayList();
    private @Nullable ImportSource source;
    private @Nullable ImportResult result;
    private int asked;

    ImportViewModel(Exchange exchange, Tasks tasks) {
        this.exchange = exchange;
        this.tasks = tasks;
        format.subscribe(this::convert);
    }

    /** Reads a file and tells its format. */
    void open(Path file) {
        tasks.run(
                () -> ImportFile.read(
                        file, Objects.requireNonNull(file.getFileName()).toString()),
                this::take,
                this::failed);
    }

    /** Takes text that was pasted. */
    void paste(String text) {
        take(ImportSource.pasted(text, "pasted"));
    }

    private void take(ImportSource taken) {
        source = taken;
        Format told = Imports.detect(taken).orElse(format.get());
        if (told == format.get()) {
            convert(told);
        } else {
            format.set(told);
        }
    }

    private void convert(@Nullable Format chosen) {
        ImportSource from = source;
        if (chosen == null || from == null) {
            return;
        }
        int ask = ++asked;
        tasks.run(
                () -> exchange.plan(chosen, from, ImportOptions.DEFAULTS),
                planned -> {
                    if (ask == asked) {
                        show(planned);
                    }
                },
                this::failed);
    }

    private void show(ImportResult planned) {
        result = planned;
        problem.set("");
        List<Target> all = new ArrayList<>();
        planned.prompts().forEach(one -> all.add(new Target(true, one.name(), one.text())));
        planned.datasets()
                .forEach(one ->
                        all.add(new Target(false, one.name(), one.content().head(SHOWN))));
        targets.setAll(all);
        entries.setAll(planned.report().entries().stream()
                .sorted(java.util.Comparator.comparingInt(ImportViewModel::urgency))
                .toList());
        report.set(planned.report());
        ready.set(!all.isEmpty());
    }

    private static int urgency(ReportEntry entry) {
        return switch (entry.outcome()) {
            case REFUSED, NEEDS_HAND -> 0;
            case LEFT_OUT -> 1;
            case CONVERTED -> 2;
        };
    }

    private void failed(Failure failure) {
        problem.set(failure.summary());
        targets.clear();
        entries.clear();
        report.set(Report.EMPTY);
        ready.set(false);
    }

    /** Writes everything under the names as they are now. */
    void write() {
        ImportResult planned = result;
        if (planned == null || !ready.get()) {
            return;
        }
        List<ImportedPrompt> prompts = targets.stream()
                .filter(Target::prompt)
                .map(one -> new ImportedPrompt(one.name().get().strip(), one.text()))
                .toList();
        List<ImportedDataset> datasets = new ArrayList<>();
        List<Target> tables = targets.stream().filter(one -> !one.prompt()).toList();
        for (int i = 0; i < tables.size(); i++) {
            ImportedDataset old = planned.datasets().get(i);
            datasets.add(old.named(tables.get(i).name().get().strip()));
        }
        tasks.run(
                () -> exchange.write(new ImportResult(prompts, datasets, planned.report())),
                written -> done.set(true),
                failure -> problem.set(failure.summary()));
    }

    /** The format that the text is read as; writable. */
    ObjectProperty<@Nullable Format> formatProperty() {
        return format;
    }

    /** The report. */
    ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** What is in the way; empty where nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is something to write. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Whether everything is written. */
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** What is about to be written. */
    ObservableList<Target> targets() {
        return targets;
    }

    /** The report's entries, those first that somebody must look at. */
    ObservableList<ReportEntry> entries() {
        return entries;
    }
}
