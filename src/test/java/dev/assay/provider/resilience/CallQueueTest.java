package dev.assay.provider.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.CallWait;
import dev.assay.llm.CallWait.Cause;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ModelId;
import dev.assay.provider.failure.ServerLimits;
import dev.assay.provider.failure.ServerLimits.Remaining;
import dev.assay.settings.CallLimits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallQueueTest {
    private static final ModelId SMALL = new ModelId("house", "small");
    private static final ModelId LARGE = new ModelId("house", "large");
    private final ManualTime time = new ManualTime();

    private static Waits calm(ModelId model) {
        return new Waits(model, ChatListener.NONE);
    }

    private CallQueue queue(Integer requests, Integer tokens) {
        return new CallQueue(new CallLimits(2, 0, requests, tokens), time);
    }

    @Test
    void generationAndJudgingShareTheRequestsAMinuteAndWaitApartFromTheCall() {
        CallQueue queue = queue(2, null);
        queue.enter(calm(SMALL), 1).close();
        queue.enter(calm(LARGE), 1).close();
        try (CallQueue.Turn third = queue.enter(calm(SMALL), 1)) {
            assertThat(third.queued()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void aWaitIsToldWithItsCauseAndLengthAndThatItIsOver() {
        var told = new ToldWaits();
        CallQueue queue = queue(1, null);
        queue.enter(new Waits(SMALL, told), 1).close();
        assertThat(told.events).isEmpty();
        var waits = new Waits(SMALL, told);
        queue.heard(SMALL, new ServerLimits(List.of(new Remaining(true, 0, Duration.ofSeconds(20)))));
        queue.enter(waits, 1).close();
        waits.over();
        waits.over();
        assertThat(told.events)
                .containsExactly(
                        new CallWait(SMALL, Cause.SERVER_LIMIT, Duration.ofSeconds(20)),
                        new CallWait(SMALL, Cause.OWN_LIMIT, Duration.ofSeconds(40)),
                        "over");
    }

    @Test
    @Timeout(30)
    void whoStandsInLineIsToldThatOthersAreBefore() throws Exception {
        var told = new ToldWaits();
        CallQueue queue = new CallQueue(new CallLimits(1, 0, null, null), time);
        CallQueue.Turn first = queue.enter(calm(SMALL), 1);
        Thread second = Thread.ofVirtual()
                .start(() -> queue.enter(new Waits(SMALL, told), 1).close());
        assertThat(told.events.poll(20, TimeUnit.SECONDS)).isEqualTo(new CallWait(SMALL, Cause.TURN, null));
        first.close();
        second.join();
    }

    @Test
    void tokensAreGuessedBeforeAndCountedAfterTheCall() {
        CallQueue queue = queue(null, 1000);
        try (CallQueue.Turn first = queue.enter(calm(SMALL), 900)) {
            first.settle(100);
        }
        queue.enter(calm(SMALL), 900).close();
        assertThat(time.pauses).isEmpty();
        queue.enter(calm(SMALL), 900).close();
        assertThat(time.pauses).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void whileTheServerHasNothingLeftCallsOfThatModelWait() {
        CallQueue queue = queue(null, null);
        queue.heard(SMALL, new ServerLimits(List.of(new Remaining(true, 1, Duration.ofSeconds(20)))));
        queue.enter(calm(SMALL), 10).close();
        queue.enter(calm(LARGE), 10).close();
        assertThat(time.pauses).isEmpty();
        queue.enter(calm(SMALL), 10).close();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void tokensThatTheServerHasNotLeftAreWaitedFor() {
        CallQueue queue = queue(null, null);
        queue.heard(SMALL, new ServerLimits(List.of(new Remaining(false, 50, Duration.ofSeconds(3)))));
        queue.enter(calm(SMALL), 51).close();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void aRefusalHoldsTheOtherCallsBackButNotForLongerThanAnybodyWaits() {
        CallQueue queue = queue(null, null);
        queue.hold(SMALL, Duration.ofHours(5));
        queue.enter(calm(SMALL), 1).close();
        queue.hold(SMALL, Duration.ofSeconds(7));
        queue.enter(calm(SMALL), 1).close();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aCallThatIsCancelledWhileItWaitsTakesNothing() {
        CallQueue queue = queue(1, null);
        queue.enter(calm(SMALL), 1).close();
        time.interruptsPauses = true;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> queue.enter(calm(SMALL), 1)).isInstanceOf(CancelledException.class);
        }
        time.interruptsPauses = false;
        queue.enter(calm(SMALL), 1).close();
        assertThat(time.pauses).containsExactly(Duration.ofMinutes(1));
    }
}
