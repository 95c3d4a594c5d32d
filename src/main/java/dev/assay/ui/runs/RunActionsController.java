package dev.assay.ui.runs;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.rows.Rest;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;

/** The buttons that make another run from the selected one, or finish it. */
public final class RunActionsController {
    private final RunsViewModel viewModel;
    private final RunActions actions;

    @FXML
    private Label ended;

    @FXML
    private Button resumeButton;

    @FXML
    private Button retryButton;

    @FXML
    private MenuButton againButton;

    @FXML
    private Button voteButton;

    /**
     * The buttons of one view-model.
     *
     * @param actions what they do
     */
    public RunActionsController(RunsViewModel viewModel, RunActions actions) {
        this.viewModel = viewModel;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        bindRest();
        againButton.visibleProperty().bind(viewModel.selectedProperty().isNotNull());
        againButton.managedProperty().bind(againButton.visibleProperty());
        voteButton
                .visibleProperty()
                .bind(viewModel
                        .selectedProperty()
                        .map(line -> line.run().variants().size() > 1)
                        .orElse(false));
        voteButton.setOnAction(event -> viewModel.results().vote());
        viewModel.results().onVote(this::vote);
        voteButton.managedProperty().bind(voteButton.visibleProperty());
    }

    private void bindRest() {
        var rest = viewModel.restProperty();
        ended.textProperty().bind(rest.map(Rest::why));
        resumeButton.textProperty().bind(rest.map(lack -> Messages.get("results.resume", lack.missing())));
        retryButton.textProperty().bind(rest.map(lack -> Messages.get("results.retry", lack.failed())));
        resumeButton.visibleProperty().bind(rest.map(lack -> lack.missing() > 0));
        retryButton.visibleProperty().bind(rest.map(lack -> lack.failed() > 0));
        for (Node node : List.of(resumeButton, retryButton)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        resumeButton.setOnAction(event -> resume(false));
        retryButton.setOnAction(event -> resume(true));
    }

    private void resume(boolean failedToo) {
        String id = viewModel.restProperty().get().runId();
        if (id != null) {
            actions.resume(id, failedToo);
        }
    }

    /** Asks how, and judges the answers of the selected run anew. */
    @FXML
    private void rejudge() {
        viewModel.proposeRejudging(actions::judges, choice -> {
            if (RejudgeDialog.show(againButton.getScene().getWindow(), choice.how())) {
                actions.rejudge(
                        choice.runId(), choice.how().metrics(), choice.how().chosenJudge());
            }
        });
    }

    /** Lets the user vote on the answers of the selected run; what the judges are worth is told anew after that. */
    private void vote() {
        RunLine line = viewModel.selectedProperty().get();
        if (line != null && line.run().variants().size() > 1) {
            actions.vote(line.run().id(), voteButton.getScene().getWindow());
            viewModel.load();
        }
    }

    /** Makes all calls of the selected run again. */
    @FXML
    private void replay() {
        RunLine line = viewModel.selectedProperty().get();
        if (line != null
                && Dialogs.sure(
                        againButton.getScene().getWindow(),
                        Messages.get("runs.replay.title"),
                        Messages.get("runs.replay.text", line.run().cellCount()),
                        Messages.get("runs.replay.ok"))) {
            actions.replay(line.run().id());
        }
    }
}
