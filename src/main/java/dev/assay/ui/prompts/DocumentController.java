package dev.assay.ui.prompts;

import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.editor.FindBar;
import dev.assay.ui.editor.LineNumbers;
import dev.assay.ui.editor.LiveColours;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.assist.Assistance;
import dev.assay.ui.prompts.assist.Neighbours;
import dev.assay.ui.prompts.assist.ProblemPane;
import dev.assay.ui.prompts.blame.BlameGutter;
import dev.assay.ui.prompts.commit.CommitDialog;
import dev.assay.ui.prompts.compact.CompactDialog;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.document.EditorText;
import dev.assay.ui.prompts.draft.DraftBar;
import dev.assay.ui.prompts.form.FormController;
import dev.assay.ui.prompts.history.PastPane;
import dev.assay.ui.prompts.outside.OutsideBar;
import dev.assay.ui.prompts.search.Place;
import dev.assay.ui.prompts.tree.StatusText;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows the open prompt in the editor, with its problems below. */
public final class DocumentController {
    private final PromptsViewModel viewModel;
    private final Tasks tasks;
    private final Consumer<PromptRevision> reveal;

    @FXML
    private Label name;

    @FXML
    private Label status;

    @FXML
    private Label unsaved;

    @FXML
    private Label notice;

    @FXML
    private ToggleButton blame;

    @FXML
    private Button compact;

    @FXML
    private Button save;

    @FXML
    private Button commit;

    @FXML
    private Label problem;

    @FXML
    private PromptEditor editor;

    @FXML
    private HBox corner;

    @FXML
    private StackPane texts;

    @FXML
    private ProblemPane problems;

    @FXML
    private VBox bars;

    /** @param reveal shows a commit in the history */
    DocumentController(PromptsViewModel viewModel, Tasks tasks, Consumer<PromptRevision> reveal) {
        this.viewModel = viewModel;
        this.tasks = tasks;
        this.reveal = reveal;
    }

    @FXML
    private void initialize() {
        DocumentViewModel document = viewModel.document();
        var colours = new LiveColours(viewModel.document()::analyse, tasks);
        editor.with(colours).with(new LineNumbers()).with(new FindBar());
        var neighbours = Neighbours.of(viewModel.registry(), viewModel.models());
        var assistance = new Assistance(document, neighbours, viewModel.prompts(), editor, colours, tasks);
        assistance.install();
        bars.getChildren().setAll(new OutsideBar(viewModel.outside()), new DraftBar(viewModel.drafts()));
        corner.visibleProperty().bind(editor.visibleProperty());
        blame.selectedProperty().bindBidirectional(viewModel.blame().onProperty());
        new BlameGutter(viewModel.blame(), InstantSource.system(), reveal).follow(editor);
        texts.getChildren().add(new PastPane(viewModel.history(), tasks));
        editor.visibleProperty().bind(viewModel.history().viewedProperty().isNull());
        new EditorText(editor, document).bind();
        document.looksProperty().subscribe(colours::refresh);
        document.storedProperty()
                .subscribe(stored ->
                        name.setText(stored == null ? "" : stored.ref().name()));
        Shown.bind(unsaved, document.dirtyProperty());
        Shown.bind(status, document.dirtyProperty().not());
        CompactDialog.opensBy(compact, viewModel::compact, document.parsedProperty());
        editor.disableProperty().bind(document.storedProperty().isNull());
        save.disableProperty().bind(document.savableProperty().not());
        Shown.text(problem, document.problemProperty());
        Shown.text(notice, viewModel.noticeProperty());
        viewModel.entryProperty().subscribe(entry -> StatusText.show(status, entry));
        commit.disableProperty().bind(document.dirtyProperty().not().and(viewModel.cleanProperty()));
        document.parsedProperty().subscribe(parsed -> problems.show(parsed == null ? List.of() : parsed.problems()));
        viewModel.places().onArrival(this::goTo);
        problems.onChoose(chosen -> editor.goTo(chosen.start()));
        problems.onMend(chosen -> assistance.offerFixes(chosen.start()));
    }

    /** The form of the document's settings. */
    Parent settings() {
        return ViewLoader.load(new FormController(
                viewModel.form(), viewModel.models().offered(), viewModel.prices(), offset -> editor.goTo(offset)));
    }

    private void goTo(Place place) {
        viewModel.history().closeView();
        viewModel.history().choose(List.of());
        String text = viewModel.document().textProperty().get();
        editor.later(() -> editor.goTo(place.start(text), place.end(text)));
    }

    @FXML
    private void save() {
        viewModel.document().save(() -> {});
    }

    @FXML
    private void commit() {
        viewModel.commit(dialog -> CommitDialog.show(editor.getScene().getWindow(), dialog));
    }
}
