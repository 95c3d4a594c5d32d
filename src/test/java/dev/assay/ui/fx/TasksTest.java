package dev.assay.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void workThatIsAskedForAfterTheWindowHasClosedIsNotDone() {
        var background = Executors.newVirtualThreadPerTaskExecutor();
        background.shutdownNow();
        var tasks = new Tasks(background, Runnable::run);

        tasks.run(() -> "done", heard::add, failure -> heard.add(failure.summary()));

        assertThat(heard).isEmpty();
        assertThat(tasks.runningProperty().get()).isZero();
    }
}
