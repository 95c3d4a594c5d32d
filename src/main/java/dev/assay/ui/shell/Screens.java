package dev.assay.ui.shell;

import dev.assay.ui.compare.Bench;
import dev.assay.ui.compare.CompareController;
import dev.assay.ui.compare.CompareViewModel;
import dev.assay.ui.compare.SetupController;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.PromptsController;
import dev.assay.ui.results.DetailController;
import dev.assay.ui.results.ResultsController;
import dev.assay.ui.runs.RunsController;
import dev.assay.ui.runs.RunsViewModel;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Parent;

/** Wires the screens of an open workspace, in the order of the navigation. */
final class Screens {
    private static final int NEWEST = 1000;

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
        return List.of(prompts(), compare(), history());
    }

    private Destination prompts() {
        var controller = PromptsController.of(workbench, tasks, frames);
        return new Destination(Messages.get("shell.prompts"), "fth-edit-3", ViewLoader.load(controller), controller);
    }

    private Destination compare() {
        var viewModel = new CompareViewModel(Bench.of(workbench), tasks, frames);
        var controller = new CompareController(viewModel);
        Parent root = ViewLoader.load(
                controller,
                new SetupController(viewModel.setup()),
                new ResultsController(viewModel.results()),
                new DetailController(viewModel.results()));
        return new Destination(Messages.get("shell.compare"), "fth-columns", root, controller);
    }

    private Destination history() {
        var viewModel = new RunsViewModel(() -> workbench.history().runs(NEWEST), workbench::comparison, tasks);
        var controller = new RunsController(viewModel);
        Parent root = ViewLoader.load(
                controller, new ResultsController(viewModel.results()), new DetailController(viewModel.results()));
        return new Destination(Messages.get("shell.history"), "fth-clock", root, controller);
    }
}
