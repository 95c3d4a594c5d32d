package dev.assay.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final LatestTask latest = new LatestTask(new Tasks(background::add, Runnable::run));
    private final List<String> worked = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    @Test
    void ofManyRequestsOnlyTheLastIsDoneAndShown() {
        ask("a");
        ask("b");
        ask("c");

        while (!background.isEmpty()) {
            background.remove().run();
        }

        assertThat(worked).containsExactly("a", "c");
        assertThat(shown).containsExactly("c");
    }

    @Test
    void afterAFailureTheNextRequestIsDone() {
        latest.<String>run(
                () -> {
                    throw new IllegalStateException("broken");
                },
                shown::add,
                failure -> shown.add("failed"));
        background.remove().run();
        ask("a");
        background.remove().run();

        assertThat(shown).containsExactly("failed", "a");
    }

    private void ask(String what) {
        latest.run(
                () -> {
                    worked.add(what);
                    return what;
                },
                shown::add,
                failure -> {});
    }
}
