package dev.assay.ui.voting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import dev.assay.history.RunStatus;
import dev.assay.history.Vote;
import dev.assay.llm.InputException;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.results.Samples;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class VotingTest {
    private static final int CASES = 12;

    private final List<Vote> votes = new ArrayList<>();
    private Stage window;
    private String person = "Ann <ann@example.org>";

    @Start
    void start(Stage stage) {
        window = stage;
        var scene = new Scene(new StackPane(new Label("Behind: meeting/notes on offline/brief")), 900, 700);
        new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private final class Votes implements VotingBench {
        @Override
        public Comparison comparison(String runId) {
            List<Cell> cells = new ArrayList<>();
            for (int variant = 0; variant < 2; variant++) {
                for (int testCase = 0; testCase < CASES; testCase++) {
                    cells.add(
                            testCase == 5 && variant == 1
                                    ? Samples.failed(variant, testCase, "Too many calls")
                                    : Samples.cell(variant, testCase, "Text " + variant + " of " + testCase, 0.5));
                }
            }
            return Samples.comparison(Samples.run(Samples.experiment(CASES), RunStatus.FINISHED), cells);
        }

        @Override
        public List<Vote> votes(String runId) {
            return List.copyOf(votes);
        }

        @Override
        public void vote(String runId, Vote vote) {
            votes.add(vote);
        }

        @Override
        public void takeBack(String runId, Vote vote) {
            votes.remove(vote);
        }

        @Override
        public String voter() {
            if (person.isEmpty()) {
                throw new InputException("It is not known who votes");
            }
            return person;
        }
    }

    private VotingViewModel viewModel(Tasks tasks, long seed) {
        return new VotingViewModel(
                "r1", new Votes(), tasks, InstantSource.fixed(Instant.parse("2026-11-27T09:00:00Z")), new Random(seed));
    }

    private VotingViewModel loaded() {
        VotingViewModel viewModel = viewModel(new Tasks(Runnable::run, Runnable::run), 1);
        viewModel.load();
        return viewModel;
    }

    @Test
    void everyCaseThatBothAnsweredComesOnceWithSidesShuffled() {
        VotingViewModel viewModel = loaded();
        List<Ballot> seen = new ArrayList<>();
        while (viewModel.ballotProperty().get() != null) {
            seen.add(viewModel.ballotProperty().get());
            viewModel.vote(Vote.Choice.LEFT);
        }

        assertThat(seen)
                .extracting(Ballot::testCase)
                .hasSize(CASES - 1)
                .doesNotHaveDuplicates()
                .doesNotContain(5);
        assertThat(seen).extracting(Ballot::left).contains(0, 1);
        assertThat(seen)
                .allSatisfy(ballot ->
                        assertThat(ballot.leftText()).isEqualTo("Text " + ballot.left() + " of " + ballot.testCase()));
        assertThat(votes).hasSize(CASES - 1);
        assertThat(viewModel.progressProperty().get()).isEqualTo("11 of 11 voted");
        assertThat(viewModel.resultProperty().get()).anyMatch(line -> line.contains("offline/brief"));
    }

    @Test
    void aVoteIsTakenBackAndWhatIsSkippedComesAgain() {
        VotingViewModel viewModel = loaded();
        Ballot first = viewModel.ballotProperty().get();
        viewModel.vote(Vote.Choice.TIE);
        Ballot second = viewModel.ballotProperty().get();

        viewModel.undo();
        assertThat(votes).isEmpty();
        assertThat(viewModel.ballotProperty().get()).isEqualTo(first);

        viewModel.skip();
        assertThat(viewModel.ballotProperty().get()).isEqualTo(second);
        for (int i = 0; i < CASES - 2; i++) {
            viewModel.vote(Vote.Choice.BOTH_BAD);
        }
        assertThat(viewModel.ballotProperty().get()).isEqualTo(first);
    }

    @Test
    void whoeverHasVotedGoesOnAndSomebodyElseBeginsAnew() {
        VotingViewModel viewModel = loaded();
        viewModel.vote(Vote.Choice.LEFT);
        viewModel.vote(Vote.Choice.RIGHT);

        assertThat(loaded().progressProperty().get()).isEqualTo("0 of 9 voted");
        person = "Bob <bob@example.org>";
        assertThat(loaded().progressProperty().get()).isEqualTo("0 of 11 voted");
    }

    @Test
    void nobodyCannotVote() {
        person = "";

        assertThat(loaded().problemProperty().get()).contains("not known who votes");
    }

    @Test
    void noNodeNorTooltipTellsWhoseAnAnswerIsUntilTheEnd(FxRobot robot) {
        robot.interact(() -> Platform.runLater(() ->
                VotingDialog.show(window, viewModel(new Tasks(Runnable::run, new FxExecutor()), 2))));
        WaitForAsyncUtils.waitForFxEvents(20);
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = robot.lookup("#voteLeft").query().getScene();
            robot.interact(() -> Snapshots.write(scene, 1040, 680, "voting"));
        }

        for (int i = 0; i < CASES - 1; i++) {
            assertThat(words(robot))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("offline")
                            || text.contains("brief")
                            || text.contains("thorough")
                            || text.contains("meeting/notes")
                            || text.contains("$")
                            || text.matches("(?s).*\\b[AB]\\b.*"));
            robot.push(i % 2 == 0 ? KeyCode.DIGIT1 : KeyCode.RIGHT);
            WaitForAsyncUtils.waitForFxEvents(20);
        }

        assertThat(votes).hasSize(CASES - 1);
        assertThat(votes).extracting(Vote::choice).contains(Vote.Choice.LEFT, Vote.Choice.RIGHT);
        assertThat(words(robot)).anyMatch(text -> text.contains("offline/brief"));
        robot.interact(() -> ((Button) robot.lookup(".dialog-pane .button")
                        .match((Button button) -> button.getText().equals("Close"))
                        .query())
                .fire());
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(window.getScene().getRoot().isVisible()).isTrue();
    }

    /** All that can be read in any window, titles and tooltips too. */
    private static List<String> words(FxRobot robot) {
        List<String> words = new ArrayList<>();
        robot.interact(() -> Window.getWindows().forEach(shown -> {
            if (shown instanceof Stage stage) {
                words.add(String.valueOf(stage.getTitle()));
            }
            collect(shown.getScene().getRoot(), words);
        }));
        return words.stream().filter(word -> word != null && !word.isBlank()).toList();
    }

    private static void collect(Node node, List<String> words) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case Labeled labeled -> words.add(labeled.getText());
            case TextInputControl input ->
                words.addAll(Stream.of(input.getText(), input.getPromptText()).toList());
            case Text text -> words.add(text.getText());
            default -> {}
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            words.add(control.getTooltip().getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }
}
