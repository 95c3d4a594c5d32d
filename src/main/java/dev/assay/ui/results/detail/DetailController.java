package dev.assay.ui.results.detail;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.VariantBadge;
import dev.assay.ui.results.rows.Attempt;
import dev.assay.ui.results.rows.ResultCellRef;
import dev.assay.ui.results.rows.ResultColumn;
import dev.assay.ui.results.rows.ResultsViewModel;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Shows everything about the chosen answer. */
public final class DetailController {
    private final ResultsViewModel results;
    private Subscription watching = Subscription.EMPTY;
    private Detail shown = Detail.of(Attempt.QUEUED);

    @FXML
    private HBox heading;

    @FXML
    private Label title;

    @FXML
    private ChoiceBox<Integer> repeat;

    @FXML
    private TextArea output;

    @FXML
    private DetailTabs tabs;

    @FXML
    private ToggleButton formatted;

    @FXML
    private Label figures;

    @FXML
    private VBox notes;

    @FXML
    private VBox expectedBox;

    @FXML
    private Label expected;

    @FXML
    private VBox messages;

    @FXML
    private VBox scores;

    @FXML
    private TextArea wireRequest;

    @FXML
    private TextArea wireResponse;

    /** Details of the grid's chosen cell. */
    public DetailController(ResultsViewModel results) {
        this.results = results;
    }

    @FXML
    private void initialize() {
        results.chosenProperty().subscribe(this::open);
        tabs.follow(results);
        repeat.valueProperty().subscribe(number -> show());
        formatted.managedProperty().bind(formatted.visibleProperty());
        formatted.selectedProperty().subscribe(this::showOutput);
        expectedBox.managedProperty().bind(expectedBox.visibleProperty());
        repeat.managedProperty().bind(repeat.visibleProperty());
    }

    private void open(@Nullable ResultCellRef chosen) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (chosen == null) {
            return;
        }
        ResultColumn column = chosen.column();
        heading.getChildren().set(0, new VariantBadge(column.variant().label(), column.index()));
        title.setText(Messages.get(
                "detail.title", chosen.row().number(), column.variant().prompt()));
        title.setTooltip(new Tooltip(title.getText() + "\n" + column.subtitle()));
        String answer = chosen.row().expected();
        expectedBox.setVisible(answer != null);
        expected.setText(answer == null ? "" : answer);
        int repeats = chosen.cell().attempts().size();
        repeat.getItems().setAll(IntStream.rangeClosed(1, repeats).boxed().toList());
        repeat.setValue(1);
        repeat.setVisible(repeats > 1);
        watching = chosen.cell().attemptsProperty().subscribe(attempts -> show());
    }

    private void show() {
        ResultCellRef chosen = results.chosenProperty().get();
        Integer number = repeat.getValue();
        if (chosen == null || number == null) {
            return;
        }
        Detail detail = Detail.of(chosen.cell().attempts().get(number - 1));
        shown = detail;
        showOutput();
        figures.setText(detail.figures());
        notes.getChildren()
                .setAll(detail.notes().stream().map(DetailBlocks::note).toList());
        messages.getChildren()
                .setAll(detail.messages().stream().map(DetailBlocks::message).toList());
        scores.getChildren()
                .setAll(detail.scores().stream().map(DetailBlocks::score).toList());
        wireRequest.setText(detail.wireRequest());
        wireResponse.setText(detail.wireResponse());
    }

    private void showOutput() {
        Optional<String> indented = shown.formatted();
        formatted.setVisible(indented.isPresent());
        output.setText(formatted.isSelected() ? indented.orElse(shown.output()) : shown.output());
    }

    /** Copies the answer as it came, however it is shown. */
    @FXML
    private void copy() {
        var content = new ClipboardContent();
        content.putString(shown.output());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    private void close() {
        results.choose(null);
    }
}
