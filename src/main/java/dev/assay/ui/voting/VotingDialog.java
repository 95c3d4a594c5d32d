package dev.assay.ui.voting;

import dev.assay.history.Vote.Choice;
import dev.assay.ui.fx.Messages;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Shows one ballot after the other. The window behind it is hidden meanwhile: it says whose the answers are. */
public final class VotingDialog extends Dialog<Void> {
    private static final double GAP = 12;
    private static final double WIDTH = 1040;
    private static final double HEIGHT = 640;
    private static final double QUESTION = 96;
    private static final Insets MARGIN = new Insets(16, 16, 0, 16);

    private final VotingViewModel viewModel;
    private final TextArea question = text("voteQuestion");
    private final TextArea left = text("voteLeft");
    private final TextArea right = text("voteRight");
    private final Label expected = new Label();
    private final VBox ballot = new VBox(GAP);
    private final VBox result = new VBox(GAP);

    private VotingDialog(Window owner, VotingViewModel viewModel) {
        this.viewModel = viewModel;
        initOwner(owner);
        setTitle(Messages.get("voting.title"));
        setHeaderText(null);
        setResizable(true);
        getDialogPane().setContent(content());
        getDialogPane().setPrefSize(WIDTH, HEIGHT);
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        viewModel.ballotProperty().subscribe(shown -> show(shown));
        viewModel.resultProperty().subscribe(sentences -> {
            result.getChildren().clear();
            sentences.forEach(sentence -> {
                var line = new Label(sentence);
                line.setWrapText(true);
                result.getChildren().add(line);
            });
        });
        viewModel.load();
    }

    /** Lets a person vote, and returns when they have closed the dialog. */
    public static void show(Window owner, VotingViewModel viewModel) {
        var root = owner.getScene().getRoot();
        var dialog = new VotingDialog(owner, viewModel);
        root.setVisible(false);
        try {
            dialog.showAndWait();
        } finally {
            root.setVisible(true);
        }
    }

    private VBox content() {
        question.setPrefHeight(QUESTION);
        question.setMinHeight(QUESTION);
        expected.setWrapText(true);
        expected.getStyleClass().add("soft");
        expected.managedProperty().bind(expected.visibleProperty());
        var answers = new HBox(GAP, answer(left, Choice.LEFT), answer(right, Choice.RIGHT));
        VBox.setVgrow(answers, Priority.ALWAYS);
        ballot.getChildren().setAll(question, expected, answers, choices());
        ballot.visibleProperty().bind(viewModel.ballotProperty().isNotNull());
        result.setId("voteResult");
        result.visibleProperty().bind(viewModel.ballotProperty().isNull());
        result.setAlignment(Pos.CENTER_LEFT);
        var middle = new StackPane(ballot, result);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var progress = new Label();
        progress.setId("voteProgress");
        progress.textProperty().bind(viewModel.progressProperty());
        var problem = new Label();
        problem.getStyleClass().addAll("text", "danger");
        problem.setWrapText(true);
        problem.textProperty().bind(viewModel.problemProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(GAP, progress, space, problem);
        var content = new VBox(GAP, head, middle);
        content.setPadding(MARGIN);
        return content;
    }

    private VBox answer(TextArea text, Choice choice) {
        boolean isLeft = choice == Choice.LEFT;
        var button = button(
                isLeft ? Messages.get("voting.left") : Messages.get("voting.right"),
                isLeft ? Messages.get("voting.left.tip") : Messages.get("voting.right.tip"),
                () -> viewModel.vote(choice));
        button.setId(isLeft ? "voteForLeft" : "voteForRight");
        button.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(text, Priority.ALWAYS);
        var box = new VBox(GAP, text, button);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(WIDTH / 2);
        return box;
    }

    private HBox choices() {
        var choices = new HBox(
                GAP,
                button(Messages.get("voting.tie"), Messages.get("voting.tie.tip"), () -> viewModel.vote(Choice.TIE)),
                button(
                        Messages.get("voting.bad"),
                        Messages.get("voting.bad.tip"),
                        () -> viewModel.vote(Choice.BOTH_BAD)),
                button(Messages.get("voting.skip"), Messages.get("voting.skip.tip"), viewModel::skip),
                button(Messages.get("voting.undo"), Messages.get("voting.undo.tip"), viewModel::undo),
                button(Messages.get("voting.reveal"), Messages.get("voting.reveal.tip"), viewModel::reveal));
        choices.setAlignment(Pos.CENTER);
        return choices;
    }

    private static Button button(String name, String tip, Runnable action) {
        var button = new Button(name);
        button.setTooltip(new Tooltip(tip));
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static TextArea text(String id) {
        var area = new TextArea();
        area.setId(id);
        area.setEditable(false);
        area.setWrapText(true);
        return area;
    }

    private void show(@Nullable Ballot shown) {
        if (shown != null) {
            question.setText(shown.inputs());
            expected.setVisible(shown.expected() != null);
            expected.setText(
                    shown.expected() == null ? "" : Messages.get("voting.expected", String.valueOf(shown.expected())));
            left.setText(shown.leftText());
            right.setText(shown.rightText());
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        @Nullable
        Runnable action = switch (event.getCode()) {
            case DIGIT1, NUMPAD1, LEFT -> () -> viewModel.vote(Choice.LEFT);
            case DIGIT2, NUMPAD2, RIGHT -> () -> viewModel.vote(Choice.RIGHT);
            case DIGIT0, NUMPAD0 -> () -> viewModel.vote(Choice.TIE);
            case S -> () -> viewModel.vote(Choice.BOTH_BAD);
            case U -> viewModel::undo;
            case ENTER -> viewModel::skip;
            default -> null;
        };
        if (action != null) {
            action.run();
            event.consume();
        }
    }
}
