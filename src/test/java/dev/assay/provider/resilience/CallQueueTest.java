package dev.assay.provider.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.CancelledException;
import dev.assay.llm.ModelId;
import dev.assay.provider.http.ServerLimits;
import dev.assay.provider.http.ServerLimits.Remaining;
import dev.assay.settings.CallLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallQueueTest {
    private static final ModelId SMALL = new ModelId("house", "small");
    private static final ModelId LARGE = new ModelId("house", "large");
    private final ManualTime time = new ManualTime();

    private CallQueue queue(Integer requests, Integer tokens) {
        return new CallQueue(new CallLimits(2, 0, requests, tokens), time);
    }

    @Test
    void generationAndJudgingShareTheRequestsAMinuteAndWaitApartFromTheCall() {
        CallQueue queue = queue(2, null);
        queue.enter(SMALL, 1).close();
        queue.enter(LARGE, 1).close();
        try (CallQueue.Turn third = queue.enter(SMALL, 1)) {
            assertThat(third.queued()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void tokensAreGuessedBeforeAndCountedAfterTheCall() {
        CallQueue queue = queue(null, 1000);
        try (CallQueue.Turn first = queue.enter(SMALL, 900)) {
            first.settle(100);
        }
        queue.enter(SMALL, 900).close();
        assertThat(time.pauses).isEmpty();
        queue.enter(SMALL, 900).close();
        assertThat(time.pauses).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void whileTheServerHasNothingLeftCallsOfThatModelWait() {
        CallQueue queue = queue(null, null);
        queue.heard(SMALL, new ServerLimits(List.of(new Remaining(true, 1, Duration.ofSeconds(20)))));
        queue.enter(SMALL, 10).close();
        queue.enter(LARGE, 10).close();
        assertThat(time.pauses).isEmpty();
        queue.enter(SMALL, 10).close();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void tokensThatTheServerHasNotLeftAreWaitedFor() {
        CallQueue queue = queue(null, null);
        queue.heard(SMALL, new ServerLimits(List.of(new Remaining(false, 50, Duration.ofSeconds(3)))));
        queue.enter(SMALL, 51).close();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void aRefusalHoldsTheOtherCallsBackButNotForLongerThanAnybodyWaits() {
        CallQueue queue = queue(null, null);
        queue.hold(SMALL, Duration.ofHours(5));
        queue.enter(SMALL, 1).close();
        queue.hold(SMALL, Duration.ofSeconds(7));
        queue.enter(SMALL, 1).close();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aCallThatIsCancelledWhileItWaitsTakesNothing() {
        CallQueue queue = queue(1, null);
        queue.enter(SMALL, 1).close();
        time.interruptsPauses = true;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> queue.enter(SMALL, 1)).isInstanceOf(CancelledException.class);
        }
        time.interruptsPauses = false;
        queue.enter(SMALL, 1).close();
        assertThat(time.pauses).containsExactly(Duration.ofMinutes(1));
    }
}
