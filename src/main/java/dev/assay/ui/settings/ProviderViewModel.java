package dev.assay.ui.settings;

import dev.assay.settings.ProviderSettings;
import dev.assay.settings.edit.ProviderField;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.RestartingTask;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.ProviderSetup;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The values of one provider, and the test of it. */
final class ProviderViewModel {
    private final ProviderSetup setup;
    private final Tasks tasks;
    private final Runnable changed;
    private final Map<ProviderField, ValueModel> values = new EnumMap<>(ProviderField.class);
    private final ReadOnlyObjectWrapper<@Nullable ProviderSettings> settings = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TestOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty testing = new SimpleBooleanProperty();
    private final RestartingTask test;

    /** @param changed runs once the file was changed */
    ProviderViewModel(ProviderSetup setup, Tasks tasks, Runnable changed) {
        this.setup = setup;
        this.tasks = tasks;
        this.changed = changed;
        test = new RestartingTask(tasks);
        for (ProviderField field : ProviderField.values()) {
            values.put(field, new ValueModel());
        }
    }

    /** Shows a provider; what is typed for the same one and not saved stays. */
    void show(@Nullable ProviderSettings next, Map<ProviderField, String> written) {
        ProviderSettings before = settings.get();
        boolean same = before != null && next != null && before.name().equals(next.name());
        if (!same) {
            stop();
            outcome.set(null);
            values.values().forEach(ValueModel::reset);
        }
        settings.set(next);
        if (next != null) {
            values.forEach((field, value) -> value.load(written.getOrDefault(field, ""), UsualValues.of(next, field)));
        }
    }

    /** Saves a value if it was changed; a wrong one stays as it was typed, with what is wrong beside it. */
    void save(ProviderField field) {
        ValueModel value = value(field);
        ProviderSettings provider = settings.get();
        if (provider == null || !value.isChanged()) {
            value.refuse("");
            return;
        }
        String text = value.textProperty().get().strip();
        tasks.run(
                () -> {
                    setup.set(provider.name(), field, text);
                    return text;
                },
                done -> {
                    value.saved(done);
                    changed.run();
                },
                // The place in the file says nothing to whoever looks at the field.
                failure -> value.refuse(failure.summary().replaceFirst("^\\S+:\\d+:\\d+: (providers\\.\\S+ )?", "")));
    }

    /** Asks the provider for its models. */
    void test() {
        ProviderSettings provider = settings.get();
        if (provider == null) {
            return;
        }
        outcome.set(null);
        testing.set(true);
        test.run(() -> TestOutcome.of(setup.test(provider.name()), provider), this::tested, this::failed);
    }

    private void tested(TestOutcome result) {
        testing.set(false);
        outcome.set(result);
    }

    private void failed(Failure failure) {
        tested(new TestOutcome(false, failure.summary()));
    }

    /** Stops the test. */
    void stop() {
        test.stop();
        testing.set(false);
    }

    ValueModel value(ProviderField field) {
        return values.computeIfAbsent(field, any -> new ValueModel());
    }

    /** The provider as it works now, or null where none is chosen. */
    ReadOnlyObjectProperty<@Nullable ProviderSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** What the last test found, or null. */
    ReadOnlyObjectProperty<@Nullable TestOutcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether a test is under way. */
    BooleanProperty testingProperty() {
        return testing;
    }
}
