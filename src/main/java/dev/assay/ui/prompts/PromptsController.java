package dev.assay.ui.prompts;

import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.watch.Area;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.document.DialogQuestions;
import dev.assay.ui.prompts.document.UnopenedPane;
import dev.assay.ui.prompts.files.FileDialogs;
import dev.assay.ui.prompts.history.ComparisonController;
import dev.assay.ui.prompts.history.Experimenter;
import dev.assay.ui.prompts.history.HistoryController;
import dev.assay.ui.prompts.preview.PreviewController;
import dev.assay.ui.prompts.tree.RegistryController;
import dev.assay.workbench.Workbench;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Puts the parts of the prompts screen together. */
public final class PromptsController implements Screen {
    private final PromptsViewModel viewModel;
    private final Tasks tasks;
    private final DialogQuestions questions;

    @FXML
    private SplitPane root;

    @FXML
    private StackPane registry;

    @FXML
    private StackPane documentArea;

    @FXML
    private StackPane documentPane;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab preview;

    @FXML
    private Tab settings;

    @FXML
    private Tab log;

    @FXML
    private VBox empty;

    @FXML
    private SplitPane work;

    private PromptsController(PromptsViewModel viewModel, Tasks tasks, DialogQuestions questions) {
        this.viewModel = viewModel;
        this.tasks = tasks;
        this.questions = questions;
    }

    /** The prompts of an open workspace; {@code frames} runs a task on the FX thread with the next frame. */
    public static PromptsController of(Workbench workbench, Tasks tasks, Executor frames) {
        return of(Desk.of(workbench, frames), tasks);
    }

    /** Who takes two versions of a prompt to an experiment. */
    public void onExperiment(Experimenter action) {
        viewModel.comparison().onExperiment(action);
    }

    /** Opens a prompt, asking first what becomes of unsaved edits in another, and fills its form with inputs. */
    public void open(String name, Map<String, Object> inputs) {
        viewModel.open(name, inputs);
    }

    static PromptsController of(Desk desk, Tasks tasks) {
        var questions = new DialogQuestions();
        var screen = new PromptsViewModel(desk, tasks, questions, new FileDialogs(questions::window));
        return new PromptsController(screen, tasks, questions);
    }

    @FXML
    private void initialize() {
        questions.inFrontOf(root);
        var tree = new RegistryController(
                viewModel.registry(), viewModel.files(), viewModel.search(), viewModel.link(), tasks);
        registry.getChildren().setAll(ViewLoader.load(tree));
        var documentController = new DocumentController(viewModel, tasks, this::reveal);
        var comparison = new ComparisonController(viewModel.comparison());
        documentPane.getChildren().setAll(ViewLoader.load(documentController), ViewLoader.load(comparison));
        documentArea.getChildren().add(new UnopenedPane(viewModel.document()));
        Shown.lazily(settings, documentController::settings);
        preview.setContent(ViewLoader.load(new PreviewController(
                viewModel.preview(), viewModel.inputs(), viewModel.models(), viewModel.trial(), viewModel::tryOnce)));
        Shown.lazily(log, () -> ViewLoader.load(new HistoryController(viewModel.comparison())));
        var open = viewModel.document().shownProperty();
        Shown.bind(work, open.and(viewModel.document().unopenedProperty().isNull()));
        Shown.bind(empty, open.not().and(viewModel.registry().noneProperty()));
        SplitPane.setResizableWithParent(registry, false);
        SplitPane.setResizableWithParent(tabs, false);
        new PromptKeys(viewModel, tree::find).install(root);
        // Other programs change files while the user is elsewhere.
        Shown.onReturn(root, viewModel::refresh);
    }

    private void reveal(PromptRevision commit) {
        tabs.getSelectionModel().select(log);
        viewModel.history().reveal(commit);
    }

    @Override
    public void shown() {
        viewModel.refresh();
    }

    @Override
    public void changed(Set<Area> areas) {
        viewModel.changed(areas);
    }

    @Override
    public void ready(Runnable next) {
        viewModel.ready(next);
    }

    @Override
    public void run() {
        viewModel.tryOnce();
    }

    @Override
    public void stop() {
        viewModel.trial().stop();
    }

    @Override
    public boolean mayClose() {
        return viewModel.document().mayClose(questions::closeWindow);
    }
}
