package dev.assay.ui.fx;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/** Whether something has held for a while: what lasts for a moment only would make the window flicker. */
public final class Lasting {
    /** Kept because a binding that nobody holds on to goes silent. */
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final ObservableValue<Boolean> condition;

    private final ReadOnlyBooleanWrapper holds = new ReadOnlyBooleanWrapper(false);

    /**
     * @param condition watched from now on
     * @param delay how long it must hold without a break
     */
    public Lasting(ObservableValue<Boolean> condition, Duration delay) {
        this.condition = condition;
        var pause = new PauseTransition(delay);
        pause.setOnFinished(event -> holds.set(true));
        condition.subscribe(now -> {
            if (now) {
                pause.playFromStart();
            } else {
                pause.stop();
                holds.set(false);
            }
        });
    }

    /** True from the end of the delay until the condition ends. */
    public ReadOnlyBooleanProperty holdsProperty() {
        return holds.getReadOnlyProperty();
    }
}
