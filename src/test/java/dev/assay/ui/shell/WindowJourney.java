package dev.assay.ui.shell;

import dev.assay.ui.fx.Theme;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a sample workspace of its own, with the offline models. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowJourney {
    @TempDir
    static Path folder;

    private Stage window;
    private Path workspace;

    /** The extension looks for what is to be started in the class of the test alone. */
    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.setupStage(this::show);
    }

    private void show(Stage stage) {
        try {
            window = stage;
            workspace =
                    Workspaces.locate(Files.createTempDirectory(folder, "work").resolve("workspace"), folder, Map.of());
            // The headless screen has 1000 pixels a side.
            new WindowMemory(workspace).save(new WindowMemory.Look(980, 700, Theme.Choice.LIGHT));
            new AssayApplication().show(stage, workspace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    Stage window() {
        return window;
    }

    Path workspace() {
        return workspace;
    }

    /** Goes to a screen by its button. */
    static void go(FxRobot robot, String place) {
        ToggleButton button = robot.lookup(".rail-button").queryAllAs(ToggleButton.class).stream()
                .filter(each -> each.getText().equals(place))
                .findFirst()
                .orElseThrow();
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents(20);
    }

    /** Waits until something holds, as seen on the FX thread. */
    static void until(FxRobot robot, BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            var answer = new boolean[1];
            robot.interact(() -> answer[0] = holds.getAsBoolean());
            return answer[0];
        });
        WaitForAsyncUtils.waitForFxEvents(20);
    }
}
