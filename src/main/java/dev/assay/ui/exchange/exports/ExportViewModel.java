package dev.assay.ui.exchange.exports;

import dev.assay.exchange.ExportFormat;
import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.llm.StorageException;
import dev.assay.prompt.PromptRef;
import dev.assay.ui.exchange.report.ReportViewModel;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Workbench;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A prompt in the format that is chosen. */
final class ExportViewModel {
    /** More text makes the window slow, and nobody reads it there. */
    private static final int SHOWN = 100_000;

    private final Workbench workbench;
    private final Tasks tasks;
    private final LatestTask writing;
    private final ObjectProperty<@Nullable String> prompt = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> dataset = new SimpleObjectProperty<>("");
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.PROMPTFOO);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private final ObservableList<String> datasets = FXCollections.observableArrayList();
    private final ReportViewModel report;
    private DatasetText content = DatasetText.of("");
    private String ending = "txt";

    ExportViewModel(Workbench workbench, Tasks tasks) {
        this.workbench = workbench;
        this.tasks = tasks;
        this.writing = new LatestTask(tasks);
        this.report = new ReportViewModel(tasks);
        prompt.subscribe(value -> write());
        dataset.subscribe(value -> write());
        format.subscribe(value -> write());
    }

    private record Choices(List<String> prompts, List<String> datasets) {}

    private record Shown(ExportResult result, String text) {}

    /** Looks up what can be exported. */
    void load() {
        tasks.run(
                () -> new Choices(workbench.exchange().prompts(), workbench.datasets()),
                choices -> {
                    prompts.setAll(choices.prompts());
                    List<String> all = new ArrayList<>(List.of(""));
                    all.addAll(choices.datasets());
                    datasets.setAll(all);
                    if (prompt.get() == null && !prompts.isEmpty()) {
                        prompt.set(prompts.getFirst());
                    }
                },
                this::failed);
    }

    private void write() {
        String name = prompt.get();
        if (name == null) {
            return;
        }
        ExportFormat chosen = format.get();
        String cases = dataset.get() == null || dataset.get().isEmpty() ? null : dataset.get();
        writing.run(
                () -> {
                    ExportResult result = workbench.exchange().export(chosen, new PromptRef(name, null), cases, null);
                    String head = result.content().head(SHOWN);
                    return new Shown(result, head.length() < SHOWN ? head : head + Messages.get("export.shortened"));
                },
                this::show,
                this::failed);
    }

    private void show(Shown shown) {
        ExportResult result = shown.result();
        problem.set(
                result.refused()
                        ? result.report().of(Outcome.REFUSED).getFirst().toString()
                        : "");
        ending = result.ending();
        content = result.content();
        text.set(shown.text());
        report.show(result.report());
    }

    private void failed(Failure failure) {
        problem.set(failure.summary());
        content = DatasetText.of("");
        text.set("");
        report.show(Report.EMPTY);
    }

    /** Hands on the whole text, which may be longer than what is shown. */
    void whole(Consumer<String> consumer) {
        DatasetText whole = content;
        tasks.run(whole::all, consumer, this::failed);
    }

    /** Writes the whole text into a file. */
    void save(Path file, Consumer<Failure> failed) {
        DatasetText whole = content;
        tasks.run(
                () -> {
                    try (Writer out = Files.newBufferedWriter(file)) {
                        whole.writeTo(out);
                        return file;
                    } catch (IOException e) {
                        throw new StorageException("Cannot write " + file + ": " + e.getMessage(), e);
                    }
                },
                written -> {},
                failed);
    }

    /** What a file that holds the text is probably called. */
    String fileName() {
        String name = prompt.get() == null ? "prompt" : prompt.get();
        return format.get() == ExportFormat.JAVA
                ? "SendPrompt.java"
                : name.substring(name.lastIndexOf('/') + 1) + "." + ending;
    }

    /** The prompt; writable. */
    ObjectProperty<@Nullable String> promptProperty() {
        return prompt;
    }

    /** The cases to write with it, or empty; writable. */
    ObjectProperty<@Nullable String> datasetProperty() {
        return dataset;
    }

    /** The format; writable. */
    ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** The exported text as far as it is shown; empty where there is none. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What is in the way; empty where nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObservableList<String> prompts() {
        return prompts;
    }

    ObservableList<String> datasets() {
        return datasets;
    }

    ReportViewModel report() {
        return report;
    }
}
