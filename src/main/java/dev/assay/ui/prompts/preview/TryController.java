package dev.assay.ui.prompts.preview;

import dev.assay.llm.ModelId;
import dev.assay.provider.offline.OfflineProvider;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/** Chooses the model and sends the prompt to it once. */
public final class TryController {
    private final ModelsViewModel models;
    private final TryViewModel trial;
    private final ObservableBooleanValue ready;
    private final Runnable tries;

    @FXML
    private ComboBox<ModelId> model;

    @FXML
    private Button tryButton;

    @FXML
    private Button stopButton;

    @FXML
    private Label offline;

    /**
     * @param models the models to choose from
     * @param trial the answer
     * @param ready whether the prompt can be rendered as it is now
     * @param tries sends the prompt once
     */
    TryController(ModelsViewModel models, TryViewModel trial, ObservableBooleanValue ready, Runnable tries) {
        this.models = models;
        this.trial = trial;
        this.ready = ready;
        this.tries = tries;
    }

    @FXML
    private void initialize() {
        model.setItems(models.offered());
        model.valueProperty().bindBidirectional(models.triedProperty());
        offline.setText(Messages.get("prompts.offline", OfflineProvider.DESCRIPTION));
        Shown.bind(offline, models.triedProperty().map(TryController::isOffline).orElse(false));
        var running = trial.stateProperty().isEqualTo(TryViewModel.State.RUNNING);
        Shown.bind(tryButton, running.not());
        Shown.bind(stopButton, running);
        var idle = models.triedProperty().isNull();
        tryButton.disableProperty().bind(idle.or(Bindings.not(ready)));
    }

    private static boolean isOffline(ModelId model) {
        return model.provider().equals(OfflineProvider.NAME);
    }

    @FXML
    private void tryOnce() {
        tries.run();
    }

    @FXML
    private void stop() {
        trial.stop();
    }
}
