package dev.assay.ui.prompts.files;

import dev.assay.registry.files.RenameOptions;
import dev.assay.registry.git.Author;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for the new name of a prompt and says what else will be changed. */
final class RenameDialog {
    private static final double WIDTH = 480;
    private static final double GAP = 10;
    private static final int MOST = 8;

    private final RenamePlan plan;
    private final TextField name = new TextField();
    private final CheckBox references = new CheckBox(Messages.get("files.rename.references"));
    private final CheckBox variants = new CheckBox(Messages.get("files.rename.variants"));
    private final TextField authorName = new TextField();
    private final TextField authorEmail = new TextField();
    private final Dialog<RenameChoice> dialog = new Dialog<>();

    RenameDialog(RenamePlan plan) {
        this.plan = plan;
        name.setId("newName");
        name.setText(plan.name());
        references.setSelected(!plan.references().isEmpty());
        variants.setSelected(!plan.variants().isEmpty());
        authorName.setPromptText(Messages.get("files.rename.author.name"));
        authorEmail.setPromptText(Messages.get("files.rename.author.email"));
        authorName.setId("renameAuthor");
        authorEmail.setId("renameEmail");
    }

    /** What the user wants, or empty where they have changed their mind. */
    Optional<RenameChoice> ask(@Nullable Window owner) {
        var rename = new ButtonType(Messages.get("files.rename.do"), ButtonData.OK_DONE);
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(Messages.get("files.rename.title", plan.name()));
        dialog.setHeaderText(Messages.get("files.rename.title", plan.name()));
        dialog.getDialogPane().getButtonTypes().setAll(rename, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane().lookupButton(rename).disableProperty().bind(ready().not());
        dialog.setResultConverter(button -> button == rename ? choice() : null);
        dialog.setOnShown(event -> selectLastPart());
        return dialog.showAndWait();
    }

    private VBox content() {
        var content = new VBox(GAP, name);
        var taken = new Label(Messages.get("files.rename.taken"));
        taken.getStyleClass().add("problem-line");
        Shown.bind(taken, name.textProperty().map(text -> isTaken(text.strip())));
        content.getChildren().add(taken);
        add(content, variants, plan.variants());
        add(content, references, plan.references());
        if (plan.author().isEmpty()) {
            content.getChildren().addAll(new Label(Messages.get("files.rename.author")), authorName, authorEmail);
        }
        var commits = new Label(Messages.get("files.rename.commit"));
        commits.setWrapText(true);
        content.getChildren().add(commits);
        return content;
    }

    private static void add(VBox content, CheckBox tick, List<String> touched) {
        if (touched.isEmpty()) {
            return;
        }
        String listed = String.join("\n", touched.subList(0, Math.min(MOST, touched.size())));
        int more = touched.size() - MOST;
        var label = new Label(more > 0 ? listed + "\n" + Messages.get("files.rename.more", more) : listed);
        label.setWrapText(true);
        label.getStyleClass().add("rename-touched");
        content.getChildren().addAll(tick, label);
    }

    private BooleanBinding ready() {
        return Bindings.createBooleanBinding(
                () -> {
                    String text = name.getText().strip();
                    boolean signed = plan.author().isPresent()
                            || !authorName.getText().isBlank()
                                    && !authorEmail.getText().isBlank();
                    return !text.isEmpty() && !text.equals(plan.name()) && !isTaken(text) && signed;
                },
                name.textProperty(),
                authorName.textProperty(),
                authorEmail.textProperty());
    }

    private boolean isTaken(String text) {
        return !text.equals(plan.name()) && plan.taken().contains(text);
    }

    private RenameChoice choice() {
        Author author = plan.author()
                .orElseGet(() -> new Author(
                        authorName.getText().strip(), authorEmail.getText().strip()));
        return new RenameChoice(
                name.getText().strip(), new RenameOptions(variants.isSelected(), references.isSelected()), author);
    }

    private void selectLastPart() {
        name.requestFocus();
        name.selectRange(plan.name().lastIndexOf('/') + 1, plan.name().length());
    }
}
