package dev.assay.ui.repository.cloning;

import dev.assay.llm.InputException;
import dev.assay.registry.remote.Cloned;
import dev.assay.registry.remote.Cloner;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.FrameCoalescer;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** An address and a folder, and how far the clone is. */
final class CloneViewModel {
    private final Cloning cloning;
    private final Path home;
    private final Tasks tasks;
    private final Consumer<Cloned> done;
    private final FrameCoalescer<String> steps;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String suggested = "";

    /**
     * Nothing is cloned yet.
     *
     * @param home where folders are suggested
     * @param frames runs a task on the FX thread with the next frame
     * @param done hears of the workspace, on the FX thread
     */
    CloneViewModel(Cloning cloning, Path home, Tasks tasks, Executor frames, Consumer<Cloned> done) {
        this.cloning = cloning;
        this.home = home;
        this.tasks = tasks;
        this.done = done;
        steps = new FrameCoalescer<>(frames, batch -> {
            if (busy.get()) {
                progress.set(batch.getLast());
            }
        });
        address.subscribe(this::suggest);
    }

    /** Follows the address until the user has another wish. */
    private void suggest(String url) {
        if (!folder.get().equals(suggested)) {
            return;
        }
        try {
            suggested = url.isBlank()
                    ? ""
                    : home.resolve(Cloner.folderName(url.strip())).toString();
        } catch (InputException e) {
            suggested = "";
        }
        folder.set(suggested);
    }

    /** Begins; what is wrong is told in {@link #problemProperty()}. */
    void start() {
        if (busy.get()) {
            return;
        }
        Path target;
        try {
            target = home.resolve(folder.get().strip()).normalize();
        } catch (InvalidPathException e) {
            problem.set(Messages.get("clone.folder.wrong", folder.get()));
            return;
        }
        busy.set(true);
        stopped.set(false);
        problem.set("");
        progress.set(Messages.get("clone.connecting"));
        String url = address.get().strip();
        tasks.run(() -> cloning.run(url, target, steps()), this::done, this::failed);
    }

    private void done(Cloned cloned) {
        end();
        done.accept(cloned);
    }

    private void failed(Failure failure) {
        end();
        problem.set(stopped.get() ? "" : failure.summary());
    }

    private void end() {
        busy.set(false);
        progress.set("");
    }

    /** Stops the clone; nothing is left of it. */
    void stop() {
        stopped.set(true);
    }

    private Progress steps() {
        return new Progress() {
            @Override
            public void at(String task, int done, int total) {
                steps.accept(
                        total == 0
                                ? Messages.get("repository.step", task, done)
                                : Messages.get("repository.step.of", task, done, total));
            }

            @Override
            public boolean isCancelled() {
                return stopped.get() || Thread.currentThread().isInterrupted();
            }
        };
    }

    /** Where the repository is. */
    StringProperty addressProperty() {
        return address;
    }

    /** Where to put it. */
    StringProperty folderProperty() {
        return folder;
    }

    /** Whether something is missing, or a clone is under way. */
    BooleanExpression incomplete() {
        return busy.or(address.isEmpty()).or(folder.isEmpty());
    }

    /** Whether a clone is under way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How far it is; empty where none is under way. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why the last one failed; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
