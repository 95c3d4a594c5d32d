package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import atlantafx.base.theme.PrimerDark;
import dev.assay.registry.GitCommand;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.Theme;
import dev.assay.workbench.Workspaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WorkspaceMenuTest {
    @TempDir
    static Path folder;

    private Path place;
    private Path workspace;

    @Start
    void start(Stage stage) throws Exception {
        place = Files.createTempDirectory(folder, "work").toRealPath();
        workspace = Workspaces.locate(place.resolve("workspace"), folder, Map.of());
        new WindowMemory(workspace).save(new WindowMemory.Look(980, 700, Theme.Choice.DARK));
        new AssayApplication().show(stage, workspace);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(Window.getWindows())
                .forEach(window -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST))));
    }

    private static void until(FxRobot robot, BooleanSupplier holds) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            var answer = new boolean[1];
            robot.interact(() -> answer[0] = holds.getAsBoolean());
            return answer[0];
        });
        WaitForAsyncUtils.waitForFxEvents(20);
    }

    private static void snapshot(FxRobot robot, Node in, int width, int height, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            robot.interact(() -> Snapshots.write(in.getScene(), width, height, name));
        }
    }

    private static boolean isOpen(String title) {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof Stage stage
                        && stage.getTitle() != null
                        && stage.getTitle().contains(title));
    }

    private static <T> T inDialog(String id, Class<T> type) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup(id))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClonedWorkspaceOpensInAWindowOfItsOwnAfterAMistakeWasMended(FxRobot robot) throws Exception {
        assumeThat(GitCommand.isInstalled()).describedAs("git is installed").isTrue();
        new GitCommand(place).run("clone", "-q", "--bare", "workspace", "team.git");
        var menu = robot.lookup(".workspace-name").queryAs(WorkspaceMenu.class);
        assertThat(menu.getText()).isEqualTo("workspace");
        until(robot, () -> !robot.lookup(".rail-button").queryAll().isEmpty());
        int buttons = robot.lookup(".rail-button").queryAll().size();
        snapshot(robot, menu, 980, 700, "workspace-menu-bar");
        WaitForAsyncUtils.asyncFx(() -> menu.getItems().get(1).fire());
        until(robot, () -> isOpen("Clone a workspace"));
        Button clone = robot.lookup("Clone and open").queryButton();
        assertThat(clone.isDisabled()).isTrue();
        snapshot(robot, clone, 560, 340, "clone-empty");

        TextField address = inDialog("#cloneAddress", TextField.class);
        TextField target = inDialog("#cloneFolder", TextField.class);
        robot.interact(() -> address.setText(place.resolve("gone.git").toString()));
        assertThat(target.getText()).endsWith("gone");
        robot.interact(() -> target.setText(place.resolve("mine").toString()));
        WaitForAsyncUtils.asyncFx(clone::fire);
        Label problem = inDialog("#cloneProblem", Label.class);
        until(robot, () -> problem.getText().contains("gone.git"));
        snapshot(robot, clone, 560, 340, "clone-problem");

        robot.interact(() -> address.setText(place.resolve("team.git").toString()));
        WaitForAsyncUtils.asyncFx(clone::fire);
        until(robot, () -> isOpen("mine - Assay"));

        assertThat(place.resolve("mine/prompts")).isDirectory();
        assertThat(isOpen("workspace - Assay")).isTrue();
        until(robot, () -> robot.lookup(".rail-button").queryAll().size() == 2 * buttons);
        assertThat(Window.getWindows())
                .allSatisfy(window ->
                        assertThat(window.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css")));
        assertThat(Application.getUserAgentStylesheet()).isEqualTo(new PrimerDark().getUserAgentStylesheet());
    }
}
