package dev.assay.ui.settings;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** Shows where the key of a provider is, and takes another one. */
public final class KeyController {
    private final KeyViewModel key;

    @FXML
    private Label state;

    @FXML
    private Node input;

    @FXML
    private PasswordField newKey;

    @FXML
    private PasswordField passphrase;

    @FXML
    private Button keep;

    @FXML
    private Button forget;

    @FXML
    private Label problem;

    /** The key of the provider in front. */
    public KeyController(SettingsViewModel settings) {
        key = settings.key();
    }

    @FXML
    private void initialize() {
        state.textProperty().bind(key.stateProperty());
        Shown.bind(input, key.nameProperty().isNotEmpty());
        newKey.textProperty().bindBidirectional(key.typedProperty());
        newKey.promptTextProperty()
                .bind(key.presentProperty()
                        .map(there -> Messages.get(there ? "settings.key.another" : "settings.key.new")));
        passphrase.textProperty().bindBidirectional(key.passphraseProperty());
        Shown.bind(passphrase, key.closedProperty());
        keep.disableProperty()
                .bind(key.typedProperty().isEmpty().and(key.passphraseProperty().isEmpty()));
        Shown.bind(forget, key.removableProperty());
        Shown.text(problem, key.problemProperty());
    }

    @FXML
    private void keep() {
        key.keep();
    }

    @FXML
    private void forget() {
        key.remove();
    }
}
