package dev.assay.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameCoalescerTest {
    private final ArrayDeque<Runnable> frames = new ArrayDeque<>();
    private final List<List<String>> batches = new ArrayList<>();
    private final FrameCoalescer<String> coalescer = new FrameCoalescer<>(frames::add, batches::add);

    @Test
    void eventsOfOneFrameArriveTogetherAndInOrder() {
        coalescer.accept("a");
        coalescer.accept("b");
        coalescer.accept("c");

        assertThat(frames).hasSize(1);
        frames.remove().run();

        assertThat(batches).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void anEventAfterAFlushWaitsForTheNextFrame() {
        coalescer.accept("a");
        frames.remove().run();
        coalescer.accept("b");

        assertThat(batches).containsExactly(List.of("a"));
        frames.remove().run();
        assertThat(batches).containsExactly(List.of("a"), List.of("b"));
    }
}
