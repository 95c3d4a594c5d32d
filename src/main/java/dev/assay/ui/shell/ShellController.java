package dev.assay.ui.shell;

import dev.assay.registry.watch.Area;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Lasting;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.repository.BranchMenu;
import dev.assay.workbench.HistoryTidying;
import dev.assay.workbench.Workbench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows the navigation, the screen in front and the status line. */
public final class ShellController {
    private static final Duration PATIENCE = Duration.millis(300);

    private final ShellViewModel<Workbench> viewModel;
    private final Tasks tasks;
    private final Executor frames;
    private final Consumer<Path> opener;
    private final Navigation navigation = new Navigation();
    private final Lasting slow;

    @FXML
    private BorderPane root;

    @FXML
    private WorkspaceMenu workspace;

    @FXML
    private BranchMenu branch;

    @FXML
    private ExchangeMenu exchange;

    @FXML
    private ThemeButton themeButton;

    @FXML
    private VBox rail;

    @FXML
    private StackPane content;

    @FXML
    private VBox opening;

    @FXML
    private VBox failed;

    @FXML
    private Label failureSummary;

    @FXML
    private Label status;

    @FXML
    private ProgressIndicator busy;

    /**
     * The controller of one window.
     *
     * @param frames runs a task on the FX thread with the next frame
     * @param opener opens another workspace
     */
    ShellController(ShellViewModel<Workbench> viewModel, Tasks tasks, Executor frames, Consumer<Path> opener) {
        this.viewModel = viewModel;
        this.tasks = tasks;
        this.frames = frames;
        this.opener = opener;
        slow = new Lasting(tasks.runningProperty().greaterThan(0), PATIENCE);
    }

    @FXML
    private void initialize() {
        workspace.show(viewModel.name(), viewModel.workspace(), tasks, frames, opener);
        status.textProperty().bind(viewModel.noticeProperty());
        busy.visibleProperty().bind(slow.holdsProperty());
        opening.visibleProperty().bind(viewModel.stateProperty().isEqualTo(ShellViewModel.State.OPENING));
        failed.visibleProperty().bind(viewModel.stateProperty().isEqualTo(ShellViewModel.State.FAILED));
        failureSummary.textProperty().bind(viewModel.failureProperty().map(failure -> failure.summary()));
        viewModel.openedProperty().subscribe(this::wire);
    }

    private void wire(@Nullable Workbench workbench) {
        if (workbench != null) {
            var screens = new Screens(workbench, tasks, frames, navigation::go);
            navigation.fill(rail, content, screens.all(), branch::refresh);
            navigation.go(0);
            exchange.open(workbench, tasks, navigation::refresh);
            branch.open(workbench, tasks, frames, navigation::ready, navigation::refresh, viewModel::tell);
            tasks.run(
                    () -> new HistoryTidying(workbench.root(), workbench.history()).tidy(Instant.now()),
                    pruned -> pruned.ifPresent(
                            gone -> viewModel.tell(Messages.get("shell.tidied", gone.runs(), gone.singles()))),
                    failure -> viewModel.tell(failure.summary()));
            workbench.watch(areas -> tasks.show(() -> changed(areas)));
        }
    }

    private void changed(Set<Area> areas) {
        // What was on its way when the window closed comes too late.
        if (root.getScene().getWindow().isShowing()) {
            navigation.changed(areas);
            if (areas.contains(Area.REPOSITORY)) {
                branch.refresh();
            }
        }
    }

    Navigation navigation() {
        return navigation;
    }

    /** Gives the window its theme switch. */
    void setTheme(Theme theme) {
        themeButton.setTheme(theme);
    }

    @FXML
    private void retry() {
        viewModel.open();
    }

    @FXML
    private void showDetails() {
        Dialogs.error(
                root.getScene().getWindow(),
                Objects.requireNonNull(viewModel.failureProperty().get()));
    }
}
