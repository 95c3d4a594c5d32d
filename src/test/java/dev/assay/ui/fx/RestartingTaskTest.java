package dev.assay.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class RestartingTaskTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();

    @Test
    void onlyTheNewestWorkIsShown() {
        var task = new RestartingTask(new Tasks(waiting::add, Runnable::run));

        task.run(() -> "old", shown::add, failure -> shown.add("failed"));
        task.run(() -> "new", shown::add, failure -> shown.add("failed"));
        waiting.forEach(Runnable::run);

        assertThat(shown).containsExactly("new");
    }

    @Test
    void whatWasStoppedTellsNothing() {
        var task = new RestartingTask(new Tasks(waiting::add, Runnable::run));

        task.run(() -> "old", shown::add, failure -> shown.add("failed"));
        task.stop();
        waiting.forEach(Runnable::run);

        assertThat(shown).isEmpty();
    }

    @Test
    void newerWorkInterruptsTheOlderAndLeavesItsThreadUsable() throws InterruptedException {
        var fx = new LinkedBlockingQueue<Runnable>();
        var started = new CountDownLatch(1);
        try (var background = Executors.newSingleThreadExecutor()) {
            var task = new RestartingTask(new Tasks(background, fx::add));

            task.run(
                    () -> {
                        started.countDown();
                        while (!Thread.currentThread().isInterrupted()) {
                            Thread.onSpinWait();
                        }
                        return "old";
                    },
                    shown::add,
                    failure -> {});
            started.await();
            task.run(() -> String.valueOf(Thread.currentThread().isInterrupted()), shown::add, failure -> {});
            fx.take().run();
            fx.take().run();
        }

        assertThat(shown).containsExactly("false");
    }
}
