package dev.assay.ui.repository.refs;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The questions about branches, tags and stashes. */
final class RefQuestions {
    private static final double WIDTH = 460;

    private RefQuestions() {}

    /** A name and, where it shall say why it is there, a message. */
    record NewTag(String name, String message) {}

    static Optional<String> rename(Window owner, String name) {
        return Dialogs.line(owner, Messages.get("refs.rename.title", name), "", name, Messages.get("refs.rename.ok"));
    }

    static Optional<String> branchAt(Window owner, String start) {
        return Dialogs.line(
                owner,
                Messages.get("refs.branch.title", start),
                Messages.get("repository.new.example"),
                "",
                Messages.get("repository.new.create"));
    }

    static Optional<String> stash(Window owner) {
        return Dialogs.line(
                owner,
                Messages.get("refs.stash.title"),
                Messages.get("refs.stash.example"),
                "",
                Messages.get("refs.stash.ok"));
    }

    /** Whether a branch is to be deleted, with the commits that go with it. */
    static boolean delete(Window owner, String branch, int lost) {
        return Dialogs.sure(
                owner,
                Messages.get("refs.delete.title", branch),
                Messages.get(lost == 0 ? "refs.delete.safe" : "refs.delete.lost", lost),
                Messages.get(lost == 0 ? "refs.delete.ok" : "refs.delete.anyway", lost));
    }

    static boolean deleteTag(Window owner, String tag) {
        return Dialogs.sure(
                owner,
                Messages.get("refs.delete.title", tag),
                Messages.get("refs.delete.tag"),
                Messages.get("refs.delete.ok"));
    }

    static boolean drop(Window owner, String stash) {
        return Dialogs.sure(
                owner,
                Messages.get("refs.drop.title", stash),
                Messages.get("refs.drop.text"),
                Messages.get("refs.drop.ok"));
    }

    static Optional<NewTag> tag(Window owner) {
        var name = new TextField();
        name.setId("tagName");
        name.setPromptText(Messages.get("refs.tag.name"));
        var message = new TextArea();
        message.setPromptText(Messages.get("refs.tag.message"));
        message.setPrefRowCount(3);
        message.setWrapText(true);
        var explanation = new Label(Messages.get("refs.tag.explain"));
        explanation.setWrapText(true);
        var dialog = new Dialog<NewTag>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("refs.tag.title"));
        var ok = new ButtonType(Messages.get("refs.tag.ok"), ButtonData.OK_DONE);
        dialog.getDialogPane().setContent(new VBox(8, explanation, name, message));
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane().getButtonTypes().setAll(ok, ButtonType.CANCEL);
        dialog.getDialogPane()
                .lookupButton(ok)
                .disableProperty()
                .bind(name.textProperty().map(String::isBlank));
        dialog.setOnShown(event -> name.requestFocus());
        dialog.setResultConverter(pressed -> pressed == ok
                ? new NewTag(name.getText().strip(), message.getText().strip())
                : null);
        return dialog.showAndWait();
    }
}
