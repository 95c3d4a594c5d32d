package dev.assay.ui.repository;

import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The branch in a title bar, over a repository with two branches. */
final class MenuOnTwoBranches implements AutoCloseable {
    final Tasks tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
    final BranchMenu menu = new BranchMenu();
    final TwoBranches work;
    final Theme theme;

    /** Shows it in a stage; the repository is made below {@code folder}. */
    MenuOnTwoBranches(Stage stage, Path folder, Consumer<String> notices) throws IOException {
        work = TwoBranches.in(Files.createTempDirectory(folder.toRealPath(), "home"));
        menu.getStyleClass().addAll("flat", "branch-name");
        var bar = new HBox(menu);
        bar.getStyleClass().add("title-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        var root = new VBox(bar);
        root.getStyleClass().add("shell");
        var scene = new Scene(root, 700, 500);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
        menu.open(work.workbench(), tasks, new FrameExecutor(), Runnable::run, () -> {}, notices);
    }

    /** Waits until the menu names a branch. */
    void shows(String branch) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> branch.equals(menu.getText()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        work.close();
    }
}
