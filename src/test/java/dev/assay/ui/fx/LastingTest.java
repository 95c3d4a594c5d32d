package dev.assay.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LastingTest {
    private final BooleanProperty condition = new SimpleBooleanProperty(false);

    @Test
    void aConditionThatEndsBeforeTheDelayIsNeverSeen(FxRobot robot) {
        var lasting = new Lasting(condition, Duration.hours(1));

        robot.interact(() -> condition.set(true));
        assertThat(lasting.holdsProperty().get()).isFalse();
        robot.interact(() -> condition.set(false));
        assertThat(lasting.holdsProperty().get()).isFalse();
    }

    @Test
    void aConditionThatLastsIsSeenUntilItEnds(FxRobot robot) throws Exception {
        var lasting = new Lasting(condition, Duration.millis(1));

        robot.interact(() -> condition.set(true));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, lasting.holdsProperty());
        robot.interact(() -> condition.set(false));

        assertThat(lasting.holdsProperty().get()).isFalse();
    }
}
