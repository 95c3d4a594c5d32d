package dev.assay.ui.shell;

import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * A start of the window from which Java makes its start-up cache. It runs on no screen and closes itself once the
 * first prompt can be read.
 */
final class Rehearsal {
    private static final Duration LENGTH = Duration.seconds(20);

    private Rehearsal() {}

    /** Closes the window after a while if this start is a rehearsal, else does nothing. */
    static void endIfAsked(Stage stage) {
        if (Boolean.getBoolean("assay.rehearsal")) {
            var end = new PauseTransition(LENGTH);
            end.setOnFinished(event -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
            end.play();
        }
    }
}
