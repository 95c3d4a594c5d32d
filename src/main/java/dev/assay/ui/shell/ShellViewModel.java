package dev.assay.ui.shell;

import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Opens the workspace without keeping the window waiting.
 *
 * @param <W> the open workspace
 */
final class ShellViewModel<W> {
    /** How far the window is. */
    enum State {
        OPENING,
        READY,
        FAILED
    }

    private final Path workspace;
    private final Function<Consumer<String>, W> opener;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPENING);
    private final ReadOnlyObjectWrapper<@Nullable W> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /**
     * @param opener opens the workspace and tells notices for the user; slow
     */
    ShellViewModel(Path workspace, Function<Consumer<String>, W> opener, Tasks tasks) {
        this.workspace = workspace;
        this.opener = opener;
        this.tasks = tasks;
    }

    /** Opens the workspace; also to try again after a failure. */
    void open() {
        state.set(State.OPENING);
        notice.set(Messages.get("shell.opening", workspace));
        tasks.run(() -> opener.apply(this::tell), this::ready, this::failed);
    }

    private void ready(W workbench) {
        opened.set(workbench);
        if (notice.get().equals(Messages.get("shell.opening", workspace))) {
            notice.set("");
        }
        state.set(State.READY);
    }

    private void failed(Failure problem) {
        failure.set(problem);
        notice.set("");
        state.set(State.FAILED);
    }

    /** Shows a notice in the status line; may be called on any thread. */
    void tell(String text) {
        tasks.show(() -> notice.set(text));
    }

    /** Name of the workspace folder. */
    String name() {
        Path last = workspace.getFileName();
        return last == null ? workspace.toString() : last.toString();
    }

    Path workspace() {
        return workspace;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The open workspace; null until it is open. */
    ReadOnlyObjectProperty<@Nullable W> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** Why it could not be opened, or null. */
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The last notice for the user; may be empty. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
