package dev.assay.ui.prompts.inputs;

import dev.assay.experiment.Dataset;
import dev.assay.experiment.TestCase;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.inputs.TypedInputs;
import dev.assay.ui.fx.Tasks;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The form with one field a variable, filled by hand or from a case of a dataset. */
public final class InputsViewModel {
    private final Supplier<List<String>> names;
    private final Function<String, Dataset> datasets;
    private final Tasks tasks;
    private final ObservableList<InputField> fields = FXCollections.observableArrayList();
    private final ObservableList<String> datasetNames = FXCollections.observableArrayList();
    private final ObservableList<TestCase> cases = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> dataset = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TestCase> chosenCase = new SimpleObjectProperty<>();
    private final Map<String, Map<String, InputField>> typed = new HashMap<>();
    private String prompt = "";
    private @Nullable Given given;
    private TypedInputs types = TypedInputs.of(Map.of());
    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** Values that wait for their prompt to be opened. */
    private record Given(String prompt, Map<String, Object> values) {}

    /**
     * @param names the datasets of the workspace; slow
     * @param datasets a dataset by name; slow
     */
    public InputsViewModel(Supplier<List<String>> names, Function<String, Dataset> datasets, Tasks tasks) {
        this.names = names;
        this.datasets = datasets;
        this.tasks = tasks;
        dataset.subscribe(this::loadCases);
        chosenCase.subscribe(this::fill);
    }

    /** Looks up the datasets again, and the cases of the chosen one. */
    public void refresh() {
        String chosen = dataset.get();
        if (chosen != null) {
            tasks.run(
                    () -> datasets.apply(chosen),
                    now -> reloaded(chosen, now),
                    failure -> problem.set(failure.summary()));
        }
        tasks.run(
                names,
                found -> {
                    if (!datasetNames.equals(found)) {
                        datasetNames.setAll(found);
                    }
                },
                failure -> problem.set(failure.summary()));
    }

    /**
     * Gives the form the variables of a template; values of variables that stay are kept.
     *
     * @param types what their values must be
     */
    public void show(List<PromptVariable> variables, TypedInputs types) {
        this.types = types;
        fields.forEach(field -> field.retype(types));
        List<PromptVariable> shown = fields.stream().map(InputField::variable).toList();
        if (shown.equals(variables)) {
            return;
        }
        var kept = new LinkedHashMap<>(typed.getOrDefault(prompt, Map.of()));
        fields.forEach(field -> kept.put(field.variable().name(), field));
        fields.setAll(variables.stream()
                .map(variable -> field(variable, Optional.ofNullable(kept.get(variable.name()))))
                .toList());
        fillGiven();
        changed();
    }

    /** Fills the form of a prompt, once it is the open one, with values; without any it stays as it was left. */
    public void give(String name, Map<String, Object> values) {
        given = values.isEmpty() ? null : new Given(name, Map.copyOf(values));
        fillGiven();
    }

    private void fillGiven() {
        Given now = given;
        if (now != null && now.prompt().equals(prompt) && !fields.isEmpty()) {
            given = null;
            chosenCase.set(null);
            fields.forEach(field -> field.fill(now.values().get(field.variable().name())));
        }
    }

    private InputField field(PromptVariable variable, Optional<InputField> before) {
        var field = new InputField(variable, types);
        TestCase from = chosenCase.get();
        before.flatMap(InputField::value)
                .or(() -> from == null
                        ? Optional.empty()
                        : Optional.ofNullable(from.inputs().get(variable.name())))
                .ifPresent(field::fill);
        field.textProperty().subscribe((old, now) -> changed());
        return field;
    }

    /** Goes to the case so many places on, if there is one. */
    void page(int by) {
        int to = position() - 1 + by;
        if (to >= 0 && to < cases.size()) {
            chosenCase.set(cases.get(to));
        }
    }

    /** The place of the chosen case, from 1; 0 while none is chosen. */
    int position() {
        return cases.indexOf(chosenCase.get()) + 1;
    }

    /** Puts the form of another prompt in; what was typed for this one is kept until it comes back. */
    public void open(String name) {
        if (!name.equals(prompt)) {
            var before = new LinkedHashMap<String, InputField>();
            fields.forEach(field -> before.put(field.variable().name(), field));
            typed.put(prompt, before);
            prompt = name;
            fields.clear();
        }
    }

    private void loadCases(@Nullable String name) {
        cases.clear();
        chosenCase.set(null);
        if (name != null) {
            tasks.run(
                    () -> datasets.apply(name),
                    loaded -> {
                        problem.set("");
                        cases.setAll(loaded.cases());
                        chosenCase.set(
                                loaded.cases().isEmpty() ? null : loaded.cases().getFirst());
                    },
                    failure -> problem.set(failure.summary()));
        }
    }

    /** The case at the place of the chosen one is chosen; where it is as it was, what was typed over it stays. */
    private void reloaded(String name, Dataset now) {
        if (name.equals(dataset.get())) {
            problem.set("");
            if (!cases.equals(now.cases())) {
                int place = Math.max(position(), 1);
                cases.setAll(now.cases());
                chosenCase.set(cases.isEmpty() ? null : cases.get(Math.min(place, cases.size()) - 1));
            }
        }
    }

    private void fill(@Nullable TestCase testCase) {
        if (testCase != null) {
            fields.forEach(
                    field -> field.fill(testCase.inputs().get(field.variable().name())));
        }
    }

    private void changed() {
        edits.set(edits.get() + 1);
    }

    /** The values that are given, by variable name. */
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        fields.forEach(field ->
                field.value().ifPresent(value -> values.put(field.variable().name(), value)));
        return values;
    }

    /** Names of the required variables that have no value yet. */
    public List<String> missing() {
        return fields.stream()
                .filter(field -> field.variable().required()
                        && field.value().isEmpty()
                        && field.problemProperty().get().isEmpty())
                .map(field -> field.variable().name())
                .toList();
    }

    /** Names of the variables whose text stands for no value of their type. */
    public List<String> refused() {
        return fields.stream()
                .filter(field -> !field.problemProperty().get().isEmpty())
                .map(field -> field.variable().name())
                .toList();
    }

    /** One field a variable. */
    public ObservableList<InputField> fields() {
        return fields;
    }

    /** Datasets to fill the form from. */
    ObservableList<String> datasetNames() {
        return datasetNames;
    }

    /** The cases of the chosen dataset. */
    ObservableList<TestCase> cases() {
        return cases;
    }

    /** The dataset to fill the form from, or null; writable. */
    public ObjectProperty<@Nullable String> datasetProperty() {
        return dataset;
    }

    /** The case that the form was filled from, or null; writable. */
    ObjectProperty<@Nullable TestCase> caseProperty() {
        return chosenCase;
    }

    /** Changes whenever a value does. */
    public ReadOnlyIntegerProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** Why a dataset cannot be read; empty where it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
