package dev.assay.ui.repository;

import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks in dialogs, while the exchange waits on its own thread. */
public final class DialogCredentials implements CredentialPrompt {
    private static final double WIDTH = 460;

    private final Supplier<Window> owner;
    private final Tasks tasks;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** @param owner the window to ask in front of */
    public DialogCredentials(Supplier<Window> owner, Tasks tasks) {
        this.owner = owner;
        this.tasks = tasks;
    }

    @Override
    public void refused(String url) {
        refused.add(url);
    }

    @Override
    public Optional<Login> login(String url, String user) {
        boolean again = refused.remove(url);
        return onWindow(() -> {
            var name = new TextField(user);
            name.setPromptText(Messages.get("repository.login.user"));
            var password = new PasswordField();
            password.setPromptText(Messages.get("repository.login.password"));
            var question = new Label(Messages.get(again ? "repository.login.again" : "repository.login", url));
            question.setWrapText(true);
            var content = new VBox(8, question, name, password);
            return ask(content, () -> new Login(name.getText(), password.getText()));
        });
    }

    @Override
    public Optional<char[]> secret(String question) {
        return onWindow(() -> {
            var password = new PasswordField();
            return ask(
                    new VBox(8, new Label(question), password),
                    () -> password.getText().toCharArray());
        });
    }

    @Override
    public boolean confirm(String question) {
        return onWindow(() -> {
                    var alert = new Alert(AlertType.CONFIRMATION, question, ButtonType.YES, ButtonType.NO);
                    alert.initOwner(owner.get());
                    alert.setHeaderText(null);
                    return alert.showAndWait().filter(answer -> answer == ButtonType.YES);
                })
                .isPresent();
    }

    private <T> Optional<T> ask(VBox content, Supplier<T> answer) {
        var dialog = new Dialog<T>();
        dialog.initOwner(owner.get());
        dialog.setTitle(Messages.get("repository.login.title"));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        dialog.setResultConverter(button -> button == ButtonType.OK ? answer.get() : null);
        return dialog.showAndWait();
    }

    private <T> Optional<T> onWindow(Supplier<Optional<T>> question) {
        var answer = new CompletableFuture<Optional<T>>();
        tasks.show(() -> {
            try {
                answer.complete(question.get());
            } finally {
                // Also where the dialog failed: the exchange must not wait for ever.
                answer.complete(Optional.empty());
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
