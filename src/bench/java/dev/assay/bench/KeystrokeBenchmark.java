package dev.assay.bench;

import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.prompts.PromptsController;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/**
 * Types into the whole prompts screen, once with a short and once with a long prompt, and prints the processor time that
 * the FX thread spends on each keystroke: the edit, the colours, the preview and the layout that follow from it.
 */
public final class KeystrokeBenchmark {
    private static final int SHORT = 100;
    private static final int LONG = 5_000;
    private static final int WARM_UP = 60;
    private static final int KEYSTROKES = 200;
    private static final long PAUSE_MILLIS = 90;

    private KeystrokeBenchmark() {}

    public static void main(String[] args) {
        try {
            run();
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run() throws Exception {
        Path root = Files.createTempDirectory("keystrokes").resolve("workspace");
        Workspaces.locate(root, root, Map.of("HOME", root.toString()));
        write(root, "short", SHORT);
        write(root, "long", LONG);
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.join();
        Platform.setImplicitExit(false);
        try (var workbench = Workbench.open(root, "the benchmark", notice -> {})) {
            double[] small = measure(workbench, root, "short");
            double[] large = measure(workbench, root, "long");
            print(SHORT, small);
            print(LONG, large);
            System.out.printf(
                    "median at %,d lines is %.1f times that at %d%n", LONG, at(large, 0.5) / at(small, 0.5), SHORT);
        }
    }

    private static void write(Path root, String name, int lines) throws IOException {
        var text = new StringBuilder("""
                ---
                input:
                  schema:
                    question: string
                    context: string
                ---
                {{role "system"}}
                You answer questions.
                """);
        for (int i = 0; text.chars().filter(c -> c == '\n').count() < lines - 3; i++) {
            text.append(i % 5 == 0 ? "{{#if context}}Rule " + i + ": use {{context}}.{{/if}}\n" : "Rule " + i + ": be brief.\n");
        }
        text.append("{{role \"user\"}}\n{{question}}\n");
        Files.writeString(root.resolve("prompts/" + name + ".prompt"), text);
    }

    /** Milliseconds of the FX thread for each keystroke, sorted. */
    private static double[] measure(Workbench workbench, Path root, String name) throws Exception {
        // The screen opens with the prompt that was open last.
        Files.writeString(Files.createDirectories(root.resolve(".assay")).resolve("last-prompt"), name + "\n");
        Stage stage = fx(Stage::new);
        var tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
        fx(() -> {
            Parent screen = ViewLoader.load(PromptsController.of(workbench, tasks, new FrameExecutor()));
            var scene = new Scene(screen, 1280, 800);
            new Theme(scene, Theme.Choice.LIGHT);
            stage.setScene(scene);
            stage.show();
            return null;
        });
        CodeArea editor = awaitText(stage);
        long fxThread = fx(() -> Thread.currentThread().threadId());
        var threads = ManagementFactory.getThreadMXBean();
        fx(() -> {
            editor.requestFocus();
            editor.moveTo(editor.getParagraphs().size() / 2, 0);
            editor.requestFollowCaret();
            return null;
        });
        double[] taken = new double[KEYSTROKES];
        for (int i = -WARM_UP; i < KEYSTROKES; i++) {
            Thread.sleep(PAUSE_MILLIS);
            long before = threads.getThreadCpuTime(fxThread);
            String letter = String.valueOf((char) ('a' + Math.floorMod(i, 26)));
            fx(() -> {
                editor.fireEvent(new KeyEvent(
                        KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
                return null;
            });
            Thread.sleep(PAUSE_MILLIS);
            if (i >= 0) {
                taken[i] = (threads.getThreadCpuTime(fxThread) - before) / 1e6;
            }
        }
        fx(() -> {
            stage.hide();
            return null;
        });
        Arrays.sort(taken);
        return taken;
    }

    private static CodeArea awaitText(Stage stage) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            Thread.sleep(100);
            CodeArea area = fx(() -> find(stage.getScene().getRoot()));
            if (area != null && fx(() -> area.getParagraphs().size()) >= SHORT / 2) {
                Thread.sleep(3_000);
                return area;
            }
        }
        throw new IllegalStateException("The prompt did not open");
    }

    private static CodeArea find(Node node) {
        if (node instanceof CodeArea area && area.isEditable()) {
            return area;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                CodeArea found = find(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static <T> T fx(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    private static void print(int lines, double[] taken) {
        System.out.printf(
                "%,6d lines: FX time per keystroke median %.1f ms, p99 %.1f ms, most %.1f ms%n",
                lines, at(taken, 0.5), at(taken, 0.99), taken[taken.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
