package dev.assay.ui.shell;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * A start of the window from which Java makes its start-up cache. It runs on no screen, goes to every place once the
 * first prompt can be read, and closes itself.
 */
final class Rehearsal {
    private static final Duration READING = Duration.seconds(14);
    private static final Duration VISIT = Duration.seconds(1);

    private Rehearsal() {}

    /** Closes the window after a while if this start is a rehearsal, else does nothing. */
    static void endIfAsked(Stage stage, Navigation navigation) {
        if (Boolean.getBoolean("assay.rehearsal")) {
            var end = new Timeline();
            for (int i = 1; i <= Screens.COUNT; i++) {
                int place = i % Screens.COUNT;
                end.getKeyFrames().add(new KeyFrame(READING.add(VISIT.multiply(i)), event -> navigation.go(place)));
            }
            end.setOnFinished(event -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
            end.play();
        }
    }
}
