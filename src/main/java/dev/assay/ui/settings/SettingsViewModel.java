package dev.assay.ui.settings;

import dev.assay.settings.Preset;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.edit.ProviderField;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.ProviderSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The providers of the workspace, and the one that is looked at. */
public final class SettingsViewModel {
    /** How far the screen is. */
    enum State {
        LOADING,
        /** There is no provider. */
        EMPTY,
        LOADED,
        /** The file is wrong. */
        BROKEN
    }

    /** The file as it was read. */
    private record Loaded(
            List<ProviderSettings> providers,
            Map<String, Map<ProviderField, String>> values,
            Map<String, List<PriceLine>> prices) {}

    private final ProviderSetup setup;
    private final Tasks tasks;
    private final LatestTask reading;
    private final ObservableList<ProviderSettings> providers = FXCollections.observableArrayList();
    private final ObservableList<PriceLine> prices = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ProviderViewModel provider;
    private final KeyViewModel key;
    private Loaded loaded = new Loaded(List.of(), Map.of(), Map.of());

    /** The screen of one workspace. */
    public SettingsViewModel(ProviderSetup setup, Tasks tasks) {
        this.setup = setup;
        this.tasks = tasks;
        reading = new LatestTask(tasks);
        provider = new ProviderViewModel(setup, tasks, this::load);
        key = new KeyViewModel(setup.keys(), tasks, this::load);
        selected.subscribe(name -> open());
    }

    /** Reads the file again. */
    void load() {
        reading.run(this::read, this::show, this::fail);
    }

    private Loaded read() {
        List<ProviderSettings> all = setup.all();
        return new Loaded(
                all,
                all.stream().collect(Collectors.toMap(ProviderSettings::name, one -> setup.values(one.name()))),
                all.stream().collect(Collectors.toMap(ProviderSettings::name, this::pricesOf)));
    }

    private List<PriceLine> pricesOf(ProviderSettings one) {
        return setup.prices(one).entrySet().stream()
                .map(entry -> new PriceLine(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void show(Loaded now) {
        loaded = now;
        problem.set("");
        state.set(now.providers().isEmpty() ? State.EMPTY : State.LOADED);
        String before = selected.get();
        providers.setAll(now.providers());
        boolean there = now.values().containsKey(before == null ? "" : before);
        selected.set(
                there
                        ? before
                        : now.providers().isEmpty()
                                ? null
                                : now.providers().getFirst().name());
        open();
    }

    private void open() {
        String name = selected.get();
        ProviderSettings chosen = loaded.providers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        provider.show(chosen, chosen == null ? Map.of() : loaded.values().getOrDefault(name, Map.of()));
        key.show(chosen);
        prices.setAll(chosen == null ? List.of() : loaded.prices().getOrDefault(name, List.of()));
    }

    private void fail(Failure failure) {
        problem.set(failure.summary());
        state.set(State.BROKEN);
    }

    /** Adds a provider made from a preset, under a name that is free, and opens it. */
    void add(Preset preset, Optional<String> baseUrl) {
        String name = freeName(preset.name());
        change(() -> setup.add(name, preset, baseUrl), () -> {
            notice.set(Messages.get("settings.added", preset.title()));
            selected.set(name);
        });
    }

    private String freeName(String wished) {
        List<String> taken =
                loaded.providers().stream().map(ProviderSettings::name).toList();
        String name = wished;
        for (int i = 2; taken.contains(name); i++) {
            name = wished + "-" + i;
        }
        return name;
    }

    /** Adds the model servers of this machine that are not set up yet. */
    void detect() {
        notice.set(Messages.get("settings.detecting"));
        tasks.run(
                setup::detect,
                found -> {
                    if (found.isEmpty()) {
                        notice.set(Messages.get("settings.detected.none"));
                    }
                    found.forEach(preset -> add(preset, Optional.empty()));
                },
                this::tell);
    }

    /** Takes the provider in front out of the file. */
    void remove() {
        String name = selected.get();
        if (name != null) {
            change(() -> setup.remove(name), () -> notice.set(Messages.get("settings.removed", name)));
        }
    }

    /** Gives a model a price of the workspace's own. */
    void price(PriceLine line, String input, String output) {
        change(() -> setup.price(line.model(), input.strip(), output.strip()), () -> notice.set(""));
    }

    private void change(Runnable work, Runnable done) {
        tasks.run(
                () -> {
                    work.run();
                    return true;
                },
                changed -> {
                    done.run();
                    load();
                },
                failure -> {
                    tell(failure);
                    load();
                });
    }

    private void tell(Failure failure) {
        notice.set(failure.summary());
    }

    /** What the file holds, for whoever writes it by hand. */
    ProviderSetup setup() {
        return setup;
    }

    Tasks tasks() {
        return tasks;
    }

    ProviderViewModel provider() {
        return provider;
    }

    KeyViewModel key() {
        return key;
    }

    ObservableList<ProviderSettings> providers() {
        return providers;
    }

    /** What the models of the provider in front cost. */
    ObservableList<PriceLine> prices() {
        return prices;
    }

    /** The name of the provider in front, or null; writable. */
    ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is wrong with the file; empty where nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What happened last; may be empty. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
