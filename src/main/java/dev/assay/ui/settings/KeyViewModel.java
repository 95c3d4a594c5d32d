package dev.assay.ui.settings;

import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.secret.Keys;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The key of one provider: where it is, and how it gets there. The key itself is never shown. */
final class KeyViewModel {
    private final Keys keys;
    private final Tasks tasks;
    private final Runnable changed;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final BooleanProperty removable = new SimpleBooleanProperty();
    private final BooleanProperty closed = new SimpleBooleanProperty();
    private final BooleanProperty present = new SimpleBooleanProperty();

    /** @param changed runs once another key holds */
    KeyViewModel(Keys keys, Tasks tasks, Runnable changed) {
        this.keys = keys;
        this.tasks = tasks;
        this.changed = changed;
    }

    /** Shows the key of a provider. */
    void show(@Nullable ProviderSettings provider) {
        ApiKey key = provider == null ? new ApiKey.None() : provider.apiKey();
        String before = name.get();
        switch (key) {
            case ApiKey.None none -> put("", Messages.get("settings.key.none"), false, false);
            case ApiKey.Present found ->
                put(
                        found.variable(),
                        Messages.get("settings.key.present", found.variable(), found.place()),
                        !found.place().equals(ApiKey.ENVIRONMENT),
                        true);
            case ApiKey.Missing missing ->
                put(
                        missing.variable(),
                        Messages.get("settings.key.missing", missing.variable(), missing.sought()),
                        false,
                        false);
        }
        if (!before.equals(name.get())) {
            typed.set("");
            problem.set("");
        }
        tasks.run(keys::needsPassphrase, closed::set, failure -> closed.set(false));
    }

    private void put(String key, String words, boolean kept, boolean there) {
        name.set(key.split(",", 2)[0]);
        state.set(words);
        removable.set(kept);
        present.set(there);
    }

    /** Keeps what was typed. */
    void keep() {
        String key = name.get();
        String secret = typed.get().strip();
        char[] opener = passphrase.get().toCharArray();
        change(() -> {
            if (opener.length > 0) {
                keys.unlock(opener);
            }
            return secret.isEmpty() ? List.of() : List.of(keys.put(key, secret));
        });
    }

    /** Forgets the key. */
    void remove() {
        String key = name.get();
        change(() -> keys.remove(key));
    }

    private void change(Supplier<List<String>> work) {
        tasks.run(
                work,
                places -> {
                    typed.set("");
                    passphrase.set("");
                    problem.set("");
                    changed.run();
                },
                failure -> problem.set(failure.summary()));
    }

    /** The name of the key; empty where the provider needs none. */
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Where the key is, or what is missing. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** A key on its way into the keychain or the key file. */
    StringProperty typedProperty() {
        return typed;
    }

    StringProperty passphraseProperty() {
        return passphrase;
    }

    /** Whether the key is where it can be removed from. */
    BooleanProperty removableProperty() {
        return removable;
    }

    BooleanProperty presentProperty() {
        return present;
    }

    /** Whether keys can be kept only behind a passphrase that is not known yet. */
    BooleanProperty closedProperty() {
        return closed;
    }
}
