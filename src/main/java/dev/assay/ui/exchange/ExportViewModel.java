package dev.assay.ui.exchange;

import dev.assay.exchange.ExportFormat;
import dev.assay.exchange.conversion.ExportResult;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.prompt.PromptRef;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Workbench;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A prompt in the format that is chosen. */
final class ExportViewModel {
    private final Workbench workbench;
    private final Tasks tasks;
    private final ObjectProperty<@Nullable String> prompt = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> dataset = new SimpleObjectProperty<>();
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.PROMPTFOO);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private final ObservableList<String> datasets = FXCollections.observableArrayList();
    private final ObservableList<ReportEntry> entries = FXCollections.observableArrayList();
    private String ending = "txt";
    private int asked;

    ExportViewModel(Workbench workbench, Tasks tasks) {
        this.workbench = workbench;
        this.tasks = tasks;
        prompt.subscribe(value -> write());
        dataset.subscribe(value -> write());
        format.subscribe(value -> write());
    }

    private record Choices(List<String> prompts, List<String> datasets) {}

    /** Looks up what can be exported. */
    void load() {
        tasks.run(
                () -> new Choices(
                        workbench.registry().list().stream()
                                .map(entry -> entry.name())
                                .filter(name -> !name.substring(name.lastIndexOf('/') + 1)
                                        .startsWith("_"))
                                .toList(),
                        workbench.datasets()),
                choices -> {
                    prompts.setAll(choices.prompts());
                    datasets.setAll(choices.datasets());
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
        int ask = ++asked;
        ExportFormat chosen = format.get();
        String cases = dataset.get();
        tasks.run(
                () -> workbench.exchange().export(chosen, new PromptRef(name, null), cases, null),
                result -> {
                    if (ask == asked) {
                        show(result);
                    }
                },
                failure -> {
                    if (ask == asked) {
                        failed(failure);
                    }
                });
    }

    private void show(ExportResult result) {
        problem.set("");
        ending = result.ending();
        text.set(result.text());
        entries.setAll(result.report().entries());
    }

    private void failed(Failure failure) {
        problem.set(failure.summary());
        text.set("");
        entries.clear();
    }

    /** What a file that holds the text ends in. */
    String ending() {
        return ending;
    }

    /** The prompt; writable. */
    ObjectProperty<@Nullable String> promptProperty() {
        return prompt;
    }

    /** The cases to write with it, or null; writable. */
    ObjectProperty<@Nullable String> datasetProperty() {
        return dataset;
    }

    /** The format; writable. */
    ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** The exported text; empty where there is none. */
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

    ObservableList<ReportEntry> entries() {
        return entries;
    }
}
