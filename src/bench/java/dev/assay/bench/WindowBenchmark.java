package dev.assay.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.shell.AssayApplication;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeView;
import javafx.stage.Window;

/**
 * How long the window takes from the start of its process until it can be used in a large workspace: the tree holds
 * all prompts, the last prompt can be edited, and its history is listed. Each start is a process of its own.
 */
public final class WindowBenchmark {
    private static final int STARTS = 7;
    private static final String CHILD = "child";
    private static final long GIVE_UP = 60_000;

    private WindowBenchmark() {}

    /**
     * Prints the times of several starts, in milliseconds.
     *
     * @param arguments the folder to make the workspace in; {@code target} where there is none
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals(CHILD)) {
            start(Path.of(arguments[1]));
            return;
        }
        var workspace = LargeWorkspace.in(Path.of(arguments.length == 0 ? "target" : arguments[0]).toAbsolutePath());
        Path last = workspace.root().resolve(".assay/last-prompt");
        Files.createDirectories(last.getParent());
        Files.writeString(last, LargeWorkspace.BUSY + "\n");
        for (int i = 0; i < STARTS; i++) {
            child(workspace.root());
        }
    }

    private static void child(Path root) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(WindowBenchmark.class.getName(), CHILD, root.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The window did not come");
        }
    }

    private static void start(Path root) throws Exception {
        long main = sinceStart();
        Thread.ofPlatform().daemon().start(() -> AssayApplication.open(root));
        long shown = when(scene -> true);
        long tree = when(scene -> rows(scene) > 1);
        long editable = when(scene -> scene.lookup("#editor") instanceof PromptEditor editor
                && editor.area().getLength() > 0);
        fx(WindowBenchmark::goToHistory);
        long history = when(WindowBenchmark::listsHistory);
        System.out.printf(
                Locale.ROOT,
                "Java %d, window %d, tree %d, prompt open %d, history listed %d ms; %d ms of CPU; %d rows%n",
                main,
                shown,
                tree,
                editable,
                history,
                cpu(),
                fx(() -> rows(window())));
        System.exit(0);
    }

    private interface Condition {
        boolean holds(Scene scene);
    }

    /** Milliseconds from the start of the process until the window is so. */
    private static long when(Condition condition) throws Exception {
        while (sinceStart() < GIVE_UP) {
            try {
                if (fx(() -> !Window.getWindows().isEmpty() && condition.holds(window()))) {
                    return sinceStart();
                }
            } catch (IllegalStateException e) {
                // The toolkit is not there yet.
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new IllegalStateException("Waited for a minute");
    }

    private static int rows(Scene scene) {
        return scene.getRoot().lookupAll(".tree-view").stream()
                .mapToInt(tree -> ((TreeView<?>) tree).getExpandedItemCount())
                .sum();
    }

    private static boolean goToHistory() {
        var tabs = (TabPane) window().getRoot().lookup(".tab-pane");
        tabs.getSelectionModel().selectLast();
        return true;
    }

    private static boolean listsHistory(Scene scene) {
        return scene.getRoot().lookupAll(".list-view").stream()
                .anyMatch(list -> !((ListView<?>) list).getItems().isEmpty());
    }

    private static Scene window() {
        return Window.getWindows().getFirst().getScene();
    }

    /** What all threads have used so far, in milliseconds: a measure that a busy machine does not spoil. */
    private static long cpu() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1_000_000;
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        var future = new FutureTask<T>(task);
        Platform.runLater(future);
        return future.get();
    }
}
