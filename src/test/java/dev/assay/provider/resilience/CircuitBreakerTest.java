package dev.assay.provider.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.CallWait;
import dev.assay.llm.CallWait.Cause;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.llm.RawExchange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final ModelId MODEL = new ModelId("house", "small");
    private static final LlmException GONE =
            new LlmException.Unreachable("connection refused", LlmException.Detail.of(MODEL), null);
    private final ManualTime time = new ManualTime();
    private final CircuitBreaker breaker = new CircuitBreaker(time, true);

    private static Waits calm() {
        return new Waits(MODEL, ChatListener.NONE);
    }

    private static LlmException answered(int status) {
        var detail = new LlmException.Detail(MODEL, status, null, "", RawExchange.NONE);
        return status >= 500
                ? new LlmException.Overloaded("busy", detail)
                : new LlmException.RateLimited("slow down", detail, LlmException.RateLimited.Kind.RATE);
    }

    private void fail(LlmException failure, int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(breaker.admit(calm()), failure);
        }
    }

    @Test
    void whoWaitsForTheRestToEndIsTold() {
        var told = new ToldWaits();
        fail(GONE, 5);
        breaker.admit(new Waits(MODEL, told));
        assertThat(told.events).containsExactly(new CallWait(MODEL, Cause.REST, Duration.ofSeconds(5)));
    }

    @Test
    void afterFiveFailuresInARowOneCallTriesTheServerWhenItHasRested() {
        fail(GONE, 5);
        assertThat(time.pauses).isEmpty();
        assertThat(breaker.admit(calm())).isTrue();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(5));
        breaker.answered();
        assertThat(breaker.admit(calm())).isFalse();
    }

    @Test
    void aServerThatFailsItsTrialRestsLongerAndCallsAreToldSoAtOnce() {
        fail(answered(503), 6);
        assertThatThrownBy(() -> breaker.admit(calm()))
                .isInstanceOf(LlmException.Overloaded.class)
                .hasMessageMatching(
                        "house/small: provider house rests until [0-9:]{8} as it failed 6 times" + " in a row: busy");
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(5));
        time.passes(Duration.ofSeconds(10));
        assertThat(breaker.admit(calm())).isTrue();
        assertThatThrownBy(() -> breaker.admit(calm())).hasMessageContaining("is being tried again just now");
        breaker.answered();
        assertThatCode(() -> breaker.admit(calm())).doesNotThrowAnyException();
    }

    @Test
    void anAnswerOfAnyKindEndsTheRow() {
        fail(GONE, 4);
        fail(answered(429), 1);
        fail(GONE, 4);
        breaker.answered();
        fail(GONE, 4);
        breaker.admit(calm());
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void whereOtherModelsCanBeAskedNoCallWaitsForTheFirstRest() {
        var hurried = new CircuitBreaker(time, false);
        for (int i = 0; i < 5; i++) {
            hurried.failed(hurried.admit(calm()), GONE);
        }
        assertThatThrownBy(() -> hurried.admit(calm())).hasMessageContaining("rests until");
        assertThat(time.pauses).isEmpty();
        time.passes(Duration.ofSeconds(5));
        assertThat(hurried.admit(calm())).isTrue();
    }

    @Test
    void aTrialThatIsCancelledLeavesTheTrialToTheNextCall() {
        fail(GONE, 5);
        assertThat(breaker.admit(calm())).isTrue();
        breaker.abandoned(true);
        assertThat(breaker.admit(calm())).isTrue();
    }

    @Test
    void interruptingACallThatWaitsForTheRestCancelsIt() {
        fail(GONE, 5);
        time.interruptsPauses = true;
        assertThatThrownBy(() -> breaker.admit(calm())).isInstanceOf(CancelledException.class);
    }
}
