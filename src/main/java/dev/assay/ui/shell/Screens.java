package dev.assay.ui.shell;

import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.concurrent.Executor;

/** Wires the screens of an open workspace, in the order of the navigation. */
final class Screens {
    private final Workbench workbench;
    private final Tasks tasks;
    private final Executor frames;

    /**
     * @param tasks for work off the FX thread
     * @param frames runs a task on the FX thread with the next frame
     */
    Screens(Workbench workbench, Tasks tasks, Executor frames) {
        this.workbench = workbench;
        this.tasks = tasks;
        this.frames = frames;
    }

    List<Destination> all() {
        return List.of();
    }
}
