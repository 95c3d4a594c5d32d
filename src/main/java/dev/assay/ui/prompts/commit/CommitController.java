package dev.assay.ui.prompts.commit;

import dev.assay.experiment.evidence.Trailers;
import dev.assay.ui.editor.DiffView;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.util.StringConverter;

/** Shows what goes into a commit. */
public final class CommitController {
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    private final CommitViewModel viewModel;

    @FXML
    private ListView<CommitFile> files;

    @FXML
    private DiffView diff;

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
        files.setCellFactory(CheckBoxListCell.forListView(CommitFile::chosenProperty, new FileText()));
        files.getSelectionModel().selectedItemProperty().subscribe(viewModel.shownProperty()::set);
        viewModel.shownProperty().subscribe(file -> files.getSelectionModel().select(file));
        viewModel.diffProperty().subscribe(diff::show);
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

    private void hint() {
        int length = viewModel.subjectLength();
        subject.setText(Messages.get("commit.subject", length, CommitViewModel.SUBJECT_LENGTH));
        subject.pseudoClassStateChanged(LONG, length > CommitViewModel.SUBJECT_LENGTH);
    }

    private static final class FileText extends StringConverter<CommitFile> {
        @Override
        public String toString(CommitFile file) {
            return file.entry().status().letter() + "  " + file.entry().path();
        }

        @Override
        public CommitFile fromString(String text) {
            throw new UnsupportedOperationException("Files are not typed in");
        }
    }
}
