package dev.assay.ui.exchange.imports;

import dev.assay.exchange.Format;
import dev.assay.exchange.Imports;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.columns.CasePreview;
import dev.assay.exchange.table.columns.TablePreview;
import dev.assay.ui.exchange.report.ReportViewModel;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Exchange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What an import would bring, until it is written. */
final class ImportViewModel {
    /** How far the dialog is. */
    enum State {
        /** Nothing can be written. */
        EMPTY,
        /** A file is read or written; it can be stopped. */
        WORKING,
        /** What is shown can be written. */
        READY,
        /** Everything is written. */
        DONE
    }

    private final Exchange exchange;
    private final Tasks tasks;
    private final ObjectProperty<@Nullable Format> format = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final ReadOnlyBooleanWrapper table = new ReadOnlyBooleanWrapper(false);
    private final DoubleProperty progress = new SimpleDoubleProperty(0);
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ReportViewModel report;
    private final ReadOnlyObjectWrapper<CasePreview> preview = new ReadOnlyObjectWrapper<>(CasePreview.NONE);
    private final ColumnsViewModel columns = new ColumnsViewModel(this::convert, () -> choose(format()));
    private @Nullable ImportSource source;
    private @Nullable Watch watch;
    private boolean writing;
    private List<String> written = List.of();

    ImportViewModel(Exchange exchange, Tasks tasks) {
        this.exchange = exchange;
        this.tasks = tasks;
        this.report = new ReportViewModel(tasks);
        format.subscribe(this::choose);
    }

    /** Reads a file and tells its format. */
    void open(Path path) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        take(() -> exchange.read(path, name), name);
    }

    /** Takes text that was pasted. */
    void paste(String text) {
        take(() -> ImportSource.pasted(text, "pasted"), Messages.get("import.pasted"));
    }

    private record Taken(ImportSource source, @Nullable Format format) {}

    private void take(Supplier<ImportSource> reading, String name) {
        file.set(name);
        work(
                watching -> {
                    ImportSource read = reading.get();
                    return new Taken(read, Imports.detect(read).orElse(null));
                },
                taken -> {
                    source = taken.source();
                    Format told = taken.format() == null ? format.get() : taken.format();
                    if (told == format.get()) {
                        choose(told);
                    } else {
                        format.set(told);
                    }
                });
    }

    private @Nullable Format format() {
        return format.get();
    }

    private static boolean hasColumns(@Nullable Format format) {
        return format == Format.CSV || format == Format.JSONL;
    }

    private void choose(@Nullable Format chosen) {
        ImportSource from = source;
        table.set(hasColumns(chosen) && from != null);
        if (from == null) {
            return;
        }
        if (chosen == null) {
            failed(Messages.get("import.unknown"));
        } else if (hasColumns(chosen)) {
            Separator separator =
                    chosen == Format.CSV ? columns.separatorProperty().get() : null;
            work(watching -> ColumnsViewModel.look(from.watched(watching), separator, exchange), columns::show);
        } else {
            convert();
        }
    }

    private record Plan(List<Target> targets, Report report, CasePreview preview) {}

    private void convert() {
        ImportSource from = source;
        Format chosen = format.get();
        if (from == null || chosen == null) {
            return;
        }
        ImportOptions options = hasColumns(chosen) ? columns.options() : ImportOptions.DEFAULTS;
        TablePreview head = hasColumns(chosen) ? columns.table() : TablePreview.NONE;
        work(
                watching -> plan(exchange.plan(chosen, from.watched(watching), options), CasePreview.of(head, options)),
                this::show);
    }

    private static Plan plan(ImportResult planned, CasePreview preview) {
        List<Target> all = new ArrayList<>();
        planned.prompts().forEach(one -> all.add(new Target.Prompt(one)));
        planned.datasets().forEach(one -> all.add(Target.Cases.of(one)));
        return new Plan(all, planned.report(), preview);
    }

    private void show(Plan planned) {
        targets.setAll(planned.targets());
        report.show(planned.report());
        preview.set(planned.preview());
        state.set(targets.isEmpty() ? State.EMPTY : State.READY);
    }

    /** Does one thing at a time: what was begun before is stopped, as nobody waits for it any more. */
    private <T> void work(Function<Watch, T> work, Consumer<T> done) {
        stopWork();
        var mine = new Watch(tasks, progress);
        watch = mine;
        problem.set("");
        progress.set(0);
        state.set(State.WORKING);
        tasks.run(
                () -> work.apply(mine),
                result -> {
                    if (!mine.isStopped()) {
                        done.accept(result);
                    }
                },
                failure -> {
                    if (!mine.isStopped()) {
                        failed(failure);
                    }
                });
    }

    private void stopWork() {
        if (watch != null) {
            watch.stop();
        }
    }

    /** Stops what is under way. What was about to be written stays as it is. */
    void stop() {
        stopWork();
        if (!writing) {
            failed(Messages.get("import.stopped"));
        }
    }

    /** Stops what is under way, as the dialog is gone. */
    void close() {
        stopWork();
    }

    private void failed(Failure failure) {
        failed(failure.summary());
    }

    private void failed(String why) {
        problem.set(why);
        targets.clear();
        report.show(Report.EMPTY);
        preview.set(CasePreview.NONE);
        state.set(State.EMPTY);
    }

    /** Writes everything under the names as they are now; what is shown stays where that fails. */
    void write() {
        if (state.get() != State.READY) {
            return;
        }
        var named = new ImportResult(
                targets.stream()
                        .filter(Target.Prompt.class::isInstance)
                        .map(one -> ((Target.Prompt) one).named())
                        .toList(),
                targets.stream()
                        .filter(Target.Cases.class::isInstance)
                        .map(one -> ((Target.Cases) one).named())
                        .toList(),
                Report.EMPTY);
        problem.set("");
        progress.set(0);
        state.set(State.WORKING);
        writing = true;
        Watch mine = Objects.requireNonNull(watch);
        tasks.run(
                () -> exchange.write(named),
                paths -> {
                    writing = false;
                    written = paths;
                    state.set(State.DONE);
                },
                failure -> {
                    writing = false;
                    problem.set(mine.isStopped() ? Messages.get("import.stopped") : failure.summary());
                    mine.resume();
                    state.set(State.READY);
                });
    }

    /** The format that the text is read as; writable. */
    ObjectProperty<@Nullable Format> formatProperty() {
        return format;
    }

    /** What was chosen; empty at first. */
    ReadOnlyStringProperty fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** What is in the way; empty where nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How far the dialog is. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the work is, from 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    /** Whether the source is a table whose columns may be mapped. */
    ReadOnlyBooleanProperty tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** The first cases of a table as they would be written. */
    ReadOnlyObjectProperty<CasePreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The paths under the workspace of what was written; empty before. */
    List<String> written() {
        return written;
    }

    /** What is about to be written. */
    ObservableList<Target> targets() {
        return targets;
    }

    ReportViewModel report() {
        return report;
    }

    ColumnsViewModel columns() {
        return columns;
    }
}
