package dev.assay.ui.compare;

import dev.assay.ui.compare.CompareViewModel.State;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.rows.Rest;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons that begin, pause, stop and resume a run. */
public final class RunBarController {
    private final CompareViewModel viewModel;
    private final BiConsumer<String, Window> voting;

    @FXML
    private Button voteButton;

    @FXML
    private Label ended;

    @FXML
    private Label estimate;

    @FXML
    private Button resumeButton;

    @FXML
    private Button retryButton;

    @FXML
    private Button pauseButton;

    @FXML
    private FontIcon pauseIcon;

    @FXML
    private Button runButton;

    @FXML
    private Button stopButton;

    /**
     * The buttons of one view-model.
     *
     * @param voting lets the user vote on the answers of a run without knowing whose they are
     */
    public RunBarController(CompareViewModel viewModel, BiConsumer<String, Window> voting) {
        this.viewModel = viewModel;
        this.voting = voting;
    }

    @FXML
    private void initialize() {
        bindRun();
        bindRest();
        bindEstimate();
        voteButton.visibleProperty().bind(viewModel.votableProperty().isNotNull());
        voteButton.setOnAction(event -> viewModel.results().vote());
        viewModel.results().onVote(this::vote);
        for (Node node :
                List.of(voteButton, ended, estimate, resumeButton, retryButton, pauseButton, runButton, stopButton)) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    private void bindRun() {
        var running = viewModel.stateProperty().map(State::isUnderWay);
        runButton.visibleProperty().bind(running.map(is -> !is));
        stopButton.visibleProperty().bind(running);
        pauseButton.visibleProperty().bind(running);
        pauseButton.disableProperty().bind(viewModel.stateProperty().isEqualTo(State.STOPPING));
        viewModel.stateProperty().subscribe(this::offerPause);
        stopButton.disableProperty().bind(viewModel.stateProperty().isEqualTo(State.STOPPING));
        stopButton.textProperty().bind(viewModel.progressProperty().map(Progress::text));
        runButton.textProperty().bind(viewModel.setup().plan().map(RunPlan::action));
        runButton.disableProperty().bind(viewModel.setup().plan().map(plan -> !plan.isComplete()));
        runButton.getTooltip().textProperty().bind(viewModel.setup().plan().map(RunPlan::explanation));
    }

    private void bindEstimate() {
        var told = viewModel.estimate().toldProperty();
        estimate.textProperty().bind(told.map(EstimateViewModel.Told::brief));
        estimate.getTooltip().textProperty().bind(told.map(EstimateViewModel.Told::whole));
        estimate.visibleProperty()
                .bind(runButton.visibleProperty().and(estimate.textProperty().isNotEmpty()));
    }

    private void offerPause(State state) {
        boolean paused = state == State.PAUSED;
        pauseButton.setText(Messages.get(paused ? "compare.pause.on" : "compare.pause"));
        pauseIcon.setIconLiteral(paused ? "fth-play" : "fth-pause");
    }

    /** What the last run lacks can be run, and why it lacks it is told. */
    private void bindRest() {
        var rest = viewModel.restProperty();
        var idle = viewModel.stateProperty().map(state -> !state.isUnderWay());
        resumeButton.textProperty().bind(rest.map(lack -> Messages.get("results.resume", lack.missing())));
        retryButton.textProperty().bind(rest.map(lack -> Messages.get("results.retry", lack.failed())));
        resumeButton.visibleProperty().bind(idle.flatMap(is -> rest.map(lack -> is && lack.missing() > 0)));
        retryButton.visibleProperty().bind(idle.flatMap(is -> rest.map(lack -> is && lack.failed() > 0)));
        ended.textProperty().bind(rest.map(Rest::why));
        ended.visibleProperty()
                .bind(idle.flatMap(is -> rest.map(lack -> is && !lack.why().isEmpty())));
    }

    /** Pauses, or goes on. */
    @FXML
    private void pause() {
        if (viewModel.stateProperty().get() == State.PAUSED) {
            viewModel.goOn();
        } else {
            viewModel.pause();
        }
    }

    private void vote() {
        String run = viewModel.votableProperty().get();
        if (run != null) {
            voting.accept(run, voteButton.getScene().getWindow());
        }
    }

    @FXML
    private void resume() {
        viewModel.resume(false);
    }

    @FXML
    private void retry() {
        viewModel.resume(true);
    }

    @FXML
    private void run() {
        viewModel.run();
    }

    @FXML
    private void stop() {
        viewModel.stop();
    }
}
