package dev.assay.ui.results.judges;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.stats.raters.Reading;
import dev.assay.experiment.votes.CalibratedJudge;
import dev.assay.experiment.votes.JudgeSentences;
import dev.assay.history.Vote;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** How good the judges of a comparison are, one at a time. Nothing is reckoned while nobody looks. */
public final class JudgesPane extends VBox {
    private static final double GAP = 12;

    private final LatestTask task;
    private final Function<String, List<Vote>> votes;
    private final ComboBox<CalibratedJudge> choice = new ComboBox<>();
    private final FlowPane tiles = new FlowPane(GAP, GAP);
    private final VBox sentences = new VBox();
    private final Label errorsTitle = new Label();
    private final ErrorTable errors;
    private final VBox content = new VBox(GAP);
    private final Label message = new Label();
    private @Nullable Comparison comparison;

    /**
     * A pane without content.
     *
     * @param tasks reckons it
     * @param votes the votes on a run by its id; slow
     * @param opener opens a case, counted from 0
     */
    public JudgesPane(Tasks tasks, Function<String, List<Vote>> votes, IntConsumer opener) {
        task = new LatestTask(tasks);
        this.votes = votes;
        errors = new ErrorTable(opener);
        choice.setId("judgeChoice");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable CalibratedJudge judge) {
                return judge == null ? "" : JudgeSentences.heading(judge);
            }

            @Override
            public @Nullable CalibratedJudge fromString(String text) {
                return null;
            }
        });
        choice.valueProperty().subscribe(judge -> draw(judge));
        sentences.getStyleClass().add("verdict-lines");
        errorsTitle.getStyleClass().add("chart-title-line");
        message.setId("judgesMessage");
        message.setWrapText(true);
        message.getStyleClass().add("soft");
        content.getStyleClass().add("charts");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("monitoring");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        visibleProperty().subscribe(this::reckon);
    }

    /** Shows another comparison, or one that has grown; null for none. */
    public void show(@Nullable Comparison shown) {
        comparison = shown;
        reckon();
    }

    private void reckon() {
        Comparison shown = comparison;
        if (isVisible() && shown != null) {
            task.run(
                    () -> CalibratedJudge.of(
                            shown.run(), shown.cells(), votes.apply(shown.run().id())),
                    this::offer,
                    failure -> say(failure.summary()));
        }
    }

    /** The judge that was chosen stays chosen. */
    private void offer(List<CalibratedJudge> judges) {
        String before = choice.getValue() == null ? "" : JudgeSentences.heading(choice.getValue());
        choice.setValue(null);
        choice.getItems().setAll(judges);
        if (judges.isEmpty()) {
            say(Messages.get("judges.nothing"));
            return;
        }
        choice.setValue(judges.stream()
                .filter(judge -> JudgeSentences.heading(judge).equals(before))
                .findFirst()
                .orElse(judges.getFirst()));
    }

    private void say(String text) {
        message.setText(text);
        content.getChildren().setAll(message);
    }

    private void draw(@Nullable CalibratedJudge judge) {
        if (judge == null) {
            return;
        }
        tiles.getChildren()
                .setAll(JudgeFigure.of(judge).stream().map(JudgesPane::tile).toList());
        sentences.getChildren().setAll(lines(judge));
        errors.show(judge);
        int count = judge.calibration().errors().size();
        errorsTitle.setText(Messages.get("judges.errors", count));
        content.getChildren().setAll(head(judge), tiles, sentences);
        if (count > 0) {
            content.getChildren().addAll(errorsTitle, errors);
        }
    }

    private Node head(CalibratedJudge judge) {
        if (choice.getItems().size() > 1) {
            return choice;
        }
        var heading = new Label(JudgeSentences.heading(judge));
        heading.getStyleClass().add("chart-title-line");
        return heading;
    }

    private static Node tile(JudgeFigure figure) {
        var label = new Label(figure.label());
        var value = new Label(figure.value());
        var detail = new Label(figure.detail());
        label.getStyleClass().add("tile-label");
        value.getStyleClass().add("tile-value");
        detail.getStyleClass().add("tile-label");
        var tile = new VBox(label, value, detail);
        tile.getStyleClass().addAll("tile", "judge-tile", figure.tone().name().toLowerCase(Locale.ROOT));
        return tile;
    }

    private static List<Node> lines(CalibratedJudge judge) {
        boolean isVoted = judge.calibration().scores() != null;
        Reading reading = judge.calibration().check().calibration().reading();
        String icon = !isVoted
                ? "fth-help-circle"
                : switch (reading) {
                    case GOOD -> "fth-check-circle";
                    case FAIR, POOR -> "fth-alert-triangle";
                    case NOT_ENOUGH_TO_SAY, CANNOT_TELL -> "fth-help-circle";
                };
        var lines = new ArrayList<Node>();
        lines.add(line(icon, isVoted ? JudgeSentences.reliance(judge) : Messages.get("judges.unvoted.text")));
        JudgeSentences.warnings(judge).forEach(sentence -> lines.add(line("fth-alert-triangle", sentence)));
        String corrected = JudgeSentences.corrected(judge);
        if (!corrected.isEmpty()) {
            lines.add(line("fth-edit-2", corrected));
        }
        return lines;
    }

    private static HBox line(String icon, String text) {
        var sentence = new Label(text);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        var line = new HBox(new FontIcon(icon), sentence);
        line.getStyleClass().add("verdict");
        return line;
    }
}
