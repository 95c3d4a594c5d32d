package dev.assay.bench;

import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.PromptsController;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/**
 * What a keystroke costs the FX thread in a short and in a very long prompt, with the whole prompts screen around the
 * editor: the time until the key is handled, and all work of that thread until the window is at rest again.
 */
public final class KeystrokeBenchmark {
    private static final int KEYS = 300;
    private static final int WARM_UP = 200;
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(40);

    private KeystrokeBenchmark() {}

    /** Prints the figures of both prompts and their ratio. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Path home = Files.createTempDirectory("keystrokes");
        Path root = Workspaces.locate(null, home, Map.of("HOME", home.toString()));
        write(root, "short", 100);
        write(root, "long", 5_000);
        Figures small = measure(root, "short");
        Figures large = measure(root, "long");
        System.out.printf(
                Locale.ROOT,
                "5,000 lines against 100 lines: handling %.1fx, all FX work %.1fx (medians)%n",
                large.handling[1] / small.handling[1],
                large.work[1] / small.work[1]);
        System.exit(0);
    }

    private record Figures(double[] handling, double[] work) {}

    private static void write(Path root, String name, int lines) throws Exception {
        var text = new StringBuilder("---\ninput:\n  schema:\n    name: string\n    items(array): string\n---\n");
        for (int i = 0; i < lines / 5; i++) {
            text.append("Line ").append(i).append(" speaks to {{name}} about many things.\n");
            text.append("{{#each items}}\n- {{this}} and {{@index}}\n{{/each}}\n\n");
        }
        Files.writeString(root.resolve("prompts/" + name + ".prompt"), text);
    }

    private static Figures measure(Path root, String name) throws Exception {
        Files.createDirectories(root.resolve(".assay"));
        Files.writeString(root.resolve(".assay/last-prompt"), name + "\n");
        try (var workbench = Workbench.open(root, "a benchmark", notice -> {})) {
            CodeArea area = open(workbench);
            while (fx(area::getLength) < 100) {
                LockSupport.parkNanos(REST);
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
            int middle = fx(() -> area.getText().indexOf("many", area.getLength() / 2));
            fx(() -> {
                area.moveTo(middle);
                area.requestFollowCaret();
                area.requestFocus();
                return 0;
            });
            type(area, WARM_UP);
            Figures figures = type(area, KEYS);
            print(name, "until handled", figures.handling);
            print(name, "all FX work ", figures.work);
            return figures;
        }
    }

    private static CodeArea open(Workbench workbench) throws Exception {
        return fx(() -> {
            var tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
            var controller = PromptsController.of(workbench, tasks, new FrameExecutor());
            var scene = new Scene(ViewLoader.load(controller), 1280, 800);
            new Theme(scene, Theme.Choice.LIGHT);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            controller.shown();
            return ((PromptEditor) scene.lookup("#editor")).area();
        });
    }

    private static Figures type(CodeArea area, int keys) throws Exception {
        long thread = fx(() -> Thread.currentThread().threadId());
        var threads = ManagementFactory.getThreadMXBean();
        var handling = new double[keys];
        var work = new double[keys];
        for (int i = 0; i < keys; i++) {
            String key = i % 9 == 8 ? " " : String.valueOf((char) ('a' + i % 26));
            long before = threads.getThreadCpuTime(thread);
            handling[i] = fx(() -> {
                long start = System.nanoTime();
                area.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, key, "", KeyCode.UNDEFINED, false, false, false, false));
                return System.nanoTime() - start;
            }) / 1e6;
            LockSupport.parkNanos(5 * REST);
            work[i] = (threads.getThreadCpuTime(thread) - before) / 1e6;
        }
        return new Figures(summary(handling), summary(work));
    }

    /** Count, median, 99th percentile, maximum. */
    private static double[] summary(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return new double[] {
            sorted.length, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]
        };
    }

    private static void print(String name, String what, double[] figures) {
        System.out.printf(
                Locale.ROOT,
                "%-5s %s: median %.2f ms, p99 %.2f ms, max %.2f ms (%.0f keys)%n",
                name, what, figures[1], figures[2], figures[3], figures[0]);
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        var future = new FutureTask<T>(task);
        Platform.runLater(future);
        return future.get();
    }
}
