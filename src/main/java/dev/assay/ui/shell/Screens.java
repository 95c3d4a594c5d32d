package dev.assay.ui.shell;

import dev.assay.llm.outbound.OutboundLog;
import dev.assay.ui.calls.CallPlaces;
import dev.assay.ui.calls.CallsBench;
import dev.assay.ui.calls.CallsController;
import dev.assay.ui.calls.CallsViewModel;
import dev.assay.ui.compare.Bench;
import dev.assay.ui.compare.CompareController;
import dev.assay.ui.compare.CompareViewModel;
import dev.assay.ui.compare.RunBarController;
import dev.assay.ui.compare.SetupController;
import dev.assay.ui.datasets.CasesController;
import dev.assay.ui.datasets.DatasetsBench;
import dev.assay.ui.datasets.DatasetsController;
import dev.assay.ui.datasets.DatasetsViewModel;
import dev.assay.ui.exchange.imports.ImportDialog;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.monitoring.MonitoringController;
import dev.assay.ui.monitoring.MonitoringViewModel;
import dev.assay.ui.prompts.PromptsController;
import dev.assay.ui.results.detail.AnswerDiffController;
import dev.assay.ui.results.detail.DetailController;
import dev.assay.ui.results.pane.ResultsController;
import dev.assay.ui.results.rows.OwnVotes;
import dev.assay.ui.runs.RunActionsController;
import dev.assay.ui.runs.RunsController;
import dev.assay.ui.runs.RunsViewModel;
import dev.assay.ui.settings.ConnectionsController;
import dev.assay.ui.settings.KeyController;
import dev.assay.ui.settings.ProviderController;
import dev.assay.ui.settings.SettingsController;
import dev.assay.ui.settings.SettingsViewModel;
import dev.assay.workbench.Drifts;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.quality.QualityCourse;
import dev.assay.workbench.quality.QualityWatch;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Parent;

/** Wires the screens of an open workspace, in the order of the navigation. */
final class Screens {
    /** How many there are. */
    static final int COUNT = 6;

    private static final int NEWEST = 1000;
    private static final int PROMPTS = 0;
    private static final int COMPARE = 1;

    private final Workbench workbench;
    private final Tasks tasks;
    private final Executor frames;
    private final IntConsumer go;
    private final CompareViewModel compare;
    private BiConsumer<String, Map<String, Object>> opener = (name, inputs) -> {};

    /**
     * @param tasks for work off the FX thread
     * @param frames runs a task on the FX thread with the next frame
     * @param go brings the screen of that place to the front, from 0
     */
    Screens(Workbench workbench, Tasks tasks, Executor frames, IntConsumer go) {
        this.workbench = workbench;
        this.tasks = tasks;
        this.frames = frames;
        this.go = go;
        compare = new CompareViewModel(Bench.of(workbench), tasks, frames, System::nanoTime);
    }

    List<Destination> all() {
        return List.of(prompts(), compare(), history(), monitoring(), datasets(), settings());
    }

    private Destination prompts() {
        var controller = PromptsController.of(workbench, tasks, frames);
        opener = controller::open;
        controller.onExperiment((older, newer, model, dataset) -> {
            compare.propose(older, newer, model, dataset);
            go.accept(COMPARE);
        });
        return place(Messages.get("shell.prompts"), "fth-edit-3", controller, () -> ViewLoader.load(controller));
    }

    private Destination compare() {
        OwnVotes.follow(compare.results(), tasks, again()::ownVotes);
        var controller = new CompareController(compare);
        return place(
                Messages.get("shell.compare"),
                "fth-columns",
                controller,
                () -> ViewLoader.load(
                        controller,
                        new RunBarController(compare, again()::vote),
                        new SetupController(compare.setup(), compare::runColumn),
                        new ResultsController(compare.results(), tasks, workbench.history()::votes),
                        new DetailController(compare.results()),
                        new AnswerDiffController(compare.results(), tasks)));
    }

    private RunsAgain again() {
        return new RunsAgain(workbench, compare, tasks, () -> go.accept(COMPARE));
    }

    private Destination monitoring() {
        var viewModel = new MonitoringViewModel(
                workbench.history()::metrics,
                () -> workbench.spending().all(),
                () -> new QualityWatch(workbench.root(), workbench.history()).all(),
                prompt -> QualityCourse.of(workbench.history(), prompt),
                InstantSource.system(),
                tasks);
        var controller = new MonitoringController(viewModel);
        return place(Messages.get("shell.monitoring"), "fth-activity", controller, () -> ViewLoader.load(controller));
    }

    private Destination datasets() {
        var viewModel = new DatasetsViewModel(DatasetsBench.of(workbench), tasks);
        var controller = new DatasetsController(
                viewModel,
                (owner, prompt, written) -> ImportDialog.show(owner, workbench.exchange(), tasks, prompt, written));
        return place(
                Messages.get("shell.datasets"),
                "fth-grid",
                controller,
                () -> ViewLoader.load(controller, new CasesController(viewModel)));
    }

    private Destination settings() {
        var viewModel = new SettingsViewModel(workbench.providerSetup(), tasks);
        var controller = new SettingsController(viewModel);
        return place(
                Messages.get("shell.settings"),
                "fth-settings",
                controller,
                () -> ViewLoader.load(
                        controller,
                        new ProviderController(viewModel),
                        new KeyController(viewModel),
                        new ConnectionsController(OutboundLog.ofProcess())));
    }

    private Destination history() {
        var viewModel = new RunsViewModel(
                () -> workbench.history().runs(NEWEST),
                workbench::comparison,
                run -> Drifts.between(workbench, null, run),
                tasks);
        OwnVotes.follow(viewModel.results(), tasks, again()::ownVotes);
        var controller = new RunsController(viewModel);
        var screens = new HistoryScreens();
        screens.add(
                controller,
                () -> ViewLoader.load(
                        controller,
                        new RunActionsController(viewModel, again()),
                        new ResultsController(viewModel.results(), tasks, workbench.history()::votes),
                        new DetailController(viewModel.results()),
                        new AnswerDiffController(viewModel.results(), tasks)),
                controller::switcher);
        var calls = new CallsController(
                new CallsViewModel(
                        CallsBench.of(workbench),
                        tasks,
                        FxExecutor.after(CallsViewModel.PAUSE),
                        InstantSource.system()),
                new CallPlaces() {
                    @Override
                    public void prompt(String name, Map<String, Object> inputs) {
                        go.accept(PROMPTS);
                        opener.accept(name, inputs);
                    }

                    @Override
                    public void run(String runId) {
                        viewModel.reveal(runId);
                        screens.showRuns();
                    }
                });
        screens.add(calls, () -> ViewLoader.load(calls), calls::switcher);
        return place(Messages.get("shell.history"), "fth-clock", screens, screens::root);
    }

    private static Destination place(String label, String icon, Screen screen, Supplier<Parent> loader) {
        return new Destination(label, icon, new LazyView(screen, loader));
    }
}
