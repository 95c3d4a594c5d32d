package dev.assay.ui.calls;

import dev.assay.history.RecordedCall;
import dev.assay.history.search.CallEntry;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.fx.ScreenSwitch;
import dev.assay.ui.fx.Shown;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Shows the list of calls above and the selected one below. */
public final class CallsController implements Screen {
    private final CallsViewModel viewModel;
    private final CallPlaces places;

    @FXML
    private ScreenSwitch switcher;

    @FXML
    private TextField line;

    @FXML
    private Label count;

    @FXML
    private ViewsMenu views;

    @FXML
    private FileMenu file;

    @FXML
    private Label problem;

    @FXML
    private CallTable table;

    @FXML
    private Node reading;

    @FXML
    private Label hint;

    @FXML
    private CallPane pane;

    @FXML
    private MarkPane marks;

    @FXML
    private Button promptButton;

    @FXML
    private Button runButton;

    @FXML
    private Button caseButton;

    @FXML
    private Label notice;

    /** The screen of one view-model. */
    public CallsController(CallsViewModel viewModel, CallPlaces places) {
        this.viewModel = viewModel;
        this.places = places;
    }

    /** Leads to the other screens of this place. */
    public ScreenSwitch switcher() {
        return switcher;
    }

    @FXML
    private void initialize() {
        line.textProperty().bindBidirectional(viewModel.lineProperty());
        count.textProperty().bind(viewModel.countProperty());
        views.bind(viewModel);
        file.bind(viewModel.file(), viewModel::export);
        Shown.text(problem, viewModel.problemProperty());
        Shown.text(notice, viewModel.noticeProperty());
        table.setItems(viewModel.entries());
        table.onSight(viewModel::reach);
        table.onStar(entry ->
                viewModel.mark(entry, mark -> mark.withStar(!entry.mark().starred())));
        table.onNarrow(viewModel::narrow);
        table.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            if (entry != null) {
                viewModel.selectedProperty().set(entry);
            }
        });
        viewModel.selectedProperty().subscribe(this::select);
        marks.onMark(viewModel::mark);
        viewModel.openedProperty().subscribe(this::show);
    }

    private void select(@Nullable CallEntry entry) {
        table.getSelectionModel().select(entry);
        marks.show(entry);
    }

    private void show(@Nullable OpenCall call) {
        reading.setVisible(call != null);
        hint.setVisible(call == null);
        if (call != null) {
            RecordedCall recorded = call.recorded();
            pane.show(call);
            promptButton.setDisable(recorded.entry().figures().prompt() == null);
            runButton.setDisable(recorded.place() == null);
            caseButton.setDisable(call.testCase() == null);
        }
    }

    @FXML
    private void openPrompt() {
        OpenCall call = Objects.requireNonNull(viewModel.openedProperty().get());
        String prompt = call.recorded().entry().figures().prompt();
        if (prompt != null) {
            places.prompt(prompt, call.inputs());
        }
    }

    @FXML
    private void showRun() {
        OpenCall call = Objects.requireNonNull(viewModel.openedProperty().get());
        RecordedCall.Place place = call.recorded().place();
        if (place != null) {
            places.run(place.runId());
        }
    }

    @FXML
    private void addCase() {
        OpenCall call = Objects.requireNonNull(viewModel.openedProperty().get());
        viewModel.proposeCase(datasets -> AddCaseDialog.show(
                        caseButton.getScene().getWindow(),
                        datasets,
                        call.answer().isPresent())
                .ifPresent(wish -> viewModel.addCase(wish.dataset(), wish.golden())));
    }

    @Override
    public void shown() {
        viewModel.load();
    }
}
