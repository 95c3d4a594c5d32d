package dev.assay.ui.shell;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.workbench.Workbench;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the navigation, the screen in front and the status line. */
public final class ShellController {
    private final ShellViewModel<Workbench> viewModel;
    private final Tasks tasks;
    private final Executor frames;
    private final Navigation navigation = new Navigation();
    private @Nullable Theme theme;

    @FXML
    private BorderPane root;

    @FXML
    private Label workspaceName;

    @FXML
    private Label branchName;

    @FXML
    private Button themeButton;

    @FXML
    private FontIcon themeIcon;

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

    ShellController(ShellViewModel<Workbench> viewModel, Tasks tasks, Executor frames) {
        this.viewModel = viewModel;
        this.tasks = tasks;
        this.frames = frames;
    }

    @FXML
    private void initialize() {
        workspaceName.setText(viewModel.name());
        workspaceName.setTooltip(new Tooltip(viewModel.workspace().toString()));
        branchName.textProperty().bind(viewModel.branchProperty());
        branchName.visibleProperty().bind(viewModel.branchProperty().isNotEmpty());
        status.textProperty().bind(viewModel.noticeProperty());
        busy.visibleProperty().bind(tasks.runningProperty().greaterThan(0));
        opening.visibleProperty().bind(viewModel.stateProperty().isEqualTo(ShellViewModel.State.OPENING));
        failed.visibleProperty().bind(viewModel.stateProperty().isEqualTo(ShellViewModel.State.FAILED));
        failureSummary.textProperty().bind(viewModel.failureProperty().map(failure -> failure.summary()));
        viewModel.openedProperty().subscribe(this::wire);
    }

    private void wire(@Nullable Workbench workbench) {
        if (workbench != null) {
            navigation.fill(rail, content, new Screens(workbench, tasks, frames).all(), viewModel::refreshBranch);
            navigation.go(0);
        }
    }

    /** What moves between the screens. */
    Navigation navigation() {
        return navigation;
    }

    /** Gives the window its theme switch. */
    void setTheme(Theme theme) {
        this.theme = theme;
        theme.choiceProperty().subscribe(choice -> themeIcon.setIconLiteral(theme.isDark() ? "fth-sun" : "fth-moon"));
    }

    @FXML
    private void switchTheme() {
        Theme current = Objects.requireNonNull(theme);
        current.choiceProperty().set(current.isDark() ? Theme.Choice.LIGHT : Theme.Choice.DARK);
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
