package dev.assay.ui.prompts.commit;

import dev.assay.experiment.evidence.Trailers;
import dev.assay.ui.editor.diff.DiffPane;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Shows what goes into a commit. */
public final class CommitController {
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    private static final int ABOVE = 2;

    private final CommitViewModel viewModel;

    @FXML
    private ListView<CommitFile> files;

    @FXML
    private CheckBox all;

    @FXML
    private Label count;

    @FXML
    private Label shownPath;

    @FXML
    private Label note;

    @FXML
    private DiffPane diff;

    @FXML
    private TextArea message;

    @FXML
    private Label subject;

    @FXML
    private CheckBox withEvidence;

    @FXML
    private Label evidence;

    @FXML
    private TextField authorName;

    @FXML
    private TextField authorEmail;

    @FXML
    private Label problem;

    CommitController(CommitViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        files.setItems(viewModel.files());
        files.setCellFactory(list -> new CommitFileCell());
        files.setOnKeyPressed(event -> files.getSelectionModel()
                .getSelectedItems()
                .forEach(file -> CommitFileCell.toggleBy(event.getCode(), file)));
        files.getSelectionModel().selectedItemProperty().subscribe(file -> {
            if (file != null) {
                viewModel.shownProperty().set(file);
            }
        });
        viewModel.shownProperty().subscribe(this::select);
        viewModel.files().addListener((ListChangeListener<CommitFile>) change -> tally());
        all.setOnAction(event -> viewModel.chooseAll(all.isSelected()));
        diff.show(viewModel.diff());
        Shown.text(note, viewModel.noteProperty());
        message.textProperty().bindBidirectional(viewModel.messageProperty());
        authorName.textProperty().bindBidirectional(viewModel.authorNameProperty());
        authorEmail.textProperty().bindBidirectional(viewModel.authorEmailProperty());
        withEvidence.selectedProperty().bindBidirectional(viewModel.withEvidenceProperty());
        evidence.textProperty()
                .bind(viewModel.evidenceProperty().map(Trailers::write).orElse(""));
        Shown.bind(withEvidence, viewModel.evidenceProperty().isNotNull());
        Shown.bind(evidence, viewModel.evidenceProperty().isNotNull().and(viewModel.withEvidenceProperty()));
        viewModel.messageProperty().subscribe(this::hint);
        Shown.text(problem, viewModel.problemProperty());
    }

    private void select(@Nullable CommitFile file) {
        shownPath.setText(file == null ? "" : file.change().path());
        if (file != null && file != files.getSelectionModel().getSelectedItem()) {
            files.getSelectionModel().select(file);
            files.scrollTo(Math.max(0, files.getSelectionModel().getSelectedIndex() - ABOVE));
        }
    }

    private void tally() {
        long ticked = viewModel.files().stream()
                .filter(file -> file.chosenProperty().get())
                .count();
        int total = viewModel.files().size();
        count.setText(Messages.get("commit.count", ticked, total));
        all.setSelected(ticked > 0);
        all.setIndeterminate(ticked > 0 && ticked < total);
    }

    @FXML
    private void reload() {
        viewModel.reload();
    }

    private void hint() {
        int length = viewModel.subjectLength();
        subject.setText(Messages.get("commit.subject", length, CommitViewModel.SUBJECT_LENGTH));
        subject.pseudoClassStateChanged(LONG, length > CommitViewModel.SUBJECT_LENGTH);
    }
}
