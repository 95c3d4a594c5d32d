package dev.assay.ui.shell;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Lasting;
import dev.assay.ui.fx.Messages;
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
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the navigation, the screen in front and the status line. */
public final class ShellController {
    private static final Duration PATIENCE = Duration.millis(300);

    private final ShellViewModel<Workbench> viewModel;
    private final Tasks tasks;
    private final Executor frames;
    private final Navigation navigation = new Navigation();
    private final Lasting slow;
    private @Nullable Theme theme;

    @FXML
    private BorderPane root;

    @FXML
    private Label workspaceName;

    @FXML
    private Label branchName;

    @FXML
    private ExchangeMenu exchange;

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
        slow = new Lasting(tasks.runningProperty().greaterThan(0), PATIENCE);
    }

    @FXML
    private void initialize() {
        workspaceName.setText(viewModel.name());
        workspaceName.setTooltip(new Tooltip(viewModel.workspace().toString()));
        branchName.textProperty().bind(viewModel.branchProperty());
        branchName.visibleProperty().bind(viewModel.branchProperty().isNotEmpty());
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
            navigation.fill(rail, content, screens.all(), viewModel::refreshBranch);
            navigation.go(0);
            exchange.open(workbench, tasks);
        }
    }

    Navigation navigation() {
        return navigation;
    }

    /** Gives the window its theme switch. */
    void setTheme(Theme theme) {
        this.theme = theme;
        theme.choiceProperty().subscribe(choice -> {
            themeIcon.setIconLiteral(icon(choice));
            themeButton.getTooltip().setText(tip(choice));
            themeButton.setAccessibleText(tip(choice));
        });
    }

    private static String tip(Theme.Choice choice) {
        return switch (choice) {
            case SYSTEM -> Messages.get("shell.theme.system");
            case LIGHT -> Messages.get("shell.theme.light");
            case DARK -> Messages.get("shell.theme.dark");
        };
    }

    private static String icon(Theme.Choice choice) {
        return switch (choice) {
            case SYSTEM -> "fth-monitor";
            case LIGHT -> "fth-sun";
            case DARK -> "fth-moon";
        };
    }

    @FXML
    private void switchTheme() {
        var choice = Objects.requireNonNull(theme).choiceProperty();
        choice.set(choice.get().next());
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
