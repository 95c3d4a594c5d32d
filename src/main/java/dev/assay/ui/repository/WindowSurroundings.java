package dev.assay.ui.repository;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Failure;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Asks and tells in the window that a node is in. */
final class WindowSurroundings implements Surroundings {
    private final Node node;
    private final Consumer<Runnable> ready;
    private final Runnable changed;
    private final Consumer<String> notices;
    private final Runnable conflicts;

    WindowSurroundings(
            Node node, Consumer<Runnable> ready, Runnable changed, Consumer<String> notices, Runnable conflicts) {
        this.node = node;
        this.ready = ready;
        this.changed = changed;
        this.notices = notices;
        this.conflicts = conflicts;
    }

    @Override
    public boolean carry(String branch, List<String> files) {
        return RepositoryDialogs.carry(node.getScene().getWindow(), branch, files);
    }

    @Override
    public void failed(Failure failure) {
        Dialogs.error(node.getScene().getWindow(), failure);
    }

    @Override
    public void tell(String notice) {
        notices.accept(notice);
    }

    @Override
    public void ready(Runnable next) {
        ready.accept(next);
    }

    @Override
    public void changed() {
        changed.run();
    }

    @Override
    public void resolve() {
        conflicts.run();
    }
}
