package dev.assay.ui.shell;

import dev.assay.llm.StorageException;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.repository.lock.LockMender;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window of one workspace. It shows at once; the workspace opens behind it. */
public final class AssayApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(AssayApplication.class);

    private static final double MIN_WIDTH = 800;
    private static final double MIN_HEIGHT = 560;

    /** Of all windows; null until the first one is shown. */
    private @Nullable ObjectProperty<Theme.Choice> choice;

    /** The first window's; null in one that {@link #open} did not launch. */
    private @Nullable EarlyOpening<Workbench> first;

    /** Opens the window on a workspace and returns when it is closed. */
    public static void open(Path workspace) {
        launch(AssayApplication.class, workspace.toString());
    }

    @Override
    public void init() {
        Path workspace = workspace();
        first = EarlyOpening.begin(notices -> open(workspace, notices));
    }

    @Override
    public void start(Stage stage) {
        show(stage, workspace(), Objects.requireNonNull(first));
    }

    private Path workspace() {
        return Path.of(getParameters().getRaw().getFirst());
    }

    private static Workbench open(Path workspace, Consumer<String> notices) {
        return Workbench.open(workspace, "the Assay window", notices);
    }

    /** Fills and shows the window. */
    void show(Stage stage, Path workspace) {
        show(stage, workspace, notices -> open(workspace, notices));
    }

    private void show(Stage stage, Path workspace, Function<Consumer<String>, Workbench> opener) {
        ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        var tasks = new Tasks(background, new FxExecutor());
        tasks.mendWith(LockMender.inDialogs(tasks));
        var viewModel = new ShellViewModel<>(workspace, opener, tasks);
        var controller = new ShellController(
                viewModel, tasks, new FrameExecutor(), folder -> openAnother(folder, workspace, stage, tasks));
        var memory = new WindowMemory(workspace);
        WindowMemory.Look look = memory.load();
        var scene = new Scene(ViewLoader.load(controller), look.width(), look.height());
        var theme = new Theme(scene, choice(look));
        controller.setTheme(theme);
        addKeys(scene.getAccelerators(), controller.navigation());
        addIcon(stage.getIcons());
        stage.setTitle(Messages.get("shell.title", viewModel.name()));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (controller.navigation().mayClose()) {
                remember(memory, scene, theme);
                theme.close();
                close(background, viewModel.openedProperty().get());
            } else {
                event.consume();
            }
        });
        stage.show();
        // Not the first menu, which would keep Esc to itself.
        scene.getRoot().requestFocus();
        viewModel.open();
        Rehearsal.endIfAsked(stage, controller.navigation());
    }

    private ObjectProperty<Theme.Choice> choice(WindowMemory.Look look) {
        ObjectProperty<Theme.Choice> shared = choice == null ? new SimpleObjectProperty<>(look.theme()) : choice;
        choice = shared;
        return shared;
    }

    /** Opens another workspace in a window of its own. */
    private void openAnother(Path folder, Path workspace, Stage stage, Tasks tasks) {
        tasks.run(
                () -> Workspaces.locate(folder, folder, System.getenv()),
                located -> {
                    if (!located.equals(workspace)) {
                        show(new Stage(), located);
                    }
                },
                failure -> Dialogs.error(stage, failure));
    }

    private static void addKeys(ObservableMap<KeyCombination, Runnable> keys, Navigation navigation) {
        for (int i = 0; i < Screens.COUNT; i++) {
            int index = i;
            keys.put(KeyCombination.valueOf("Shortcut+" + (i + 1)), () -> navigation.go(index));
        }
        keys.put(KeyCombination.valueOf("Shortcut+Enter"), navigation::run);
        keys.put(KeyCombination.valueOf("Esc"), navigation::stop);
    }

    private static void addIcon(List<Image> icons) {
        InputStream icon = AssayApplication.class.getResourceAsStream("/icons/assay.png");
        if (icon != null) {
            icons.add(new Image(icon));
        }
    }

    private static void close(ExecutorService background, @Nullable Workbench workbench) {
        background.shutdownNow();
        if (workbench != null) {
            workbench.close();
        }
    }

    private static void remember(WindowMemory memory, Scene scene, Theme theme) {
        try {
            memory.save(new WindowMemory.Look(
                    scene.getWidth(), scene.getHeight(), theme.choiceProperty().get()));
        } catch (StorageException e) {
            LOG.warn("The size of the window is not remembered: {}", e.getMessage());
        }
    }
}
