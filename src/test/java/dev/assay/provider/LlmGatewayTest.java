package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.InputException;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Usage;
import dev.assay.provider.resilience.ResilientProvider;
import dev.assay.settings.ApiKey;
import dev.assay.settings.CallLimits;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LlmGatewayTest {
    private static final Duration TIME = Duration.ofSeconds(1);

    private static ChatRequest request(String model) {
        return new ChatRequest(
                ModelId.parse(model),
                List.of(Message.of(Role.USER, "Hello")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);
    }

    private static ProviderSettings settings(String name, ApiKey key) {
        return new ProviderSettings(
                name,
                Dialect.OPENAI,
                URI.create("http://127.0.0.1:9/v1"),
                key,
                Map.of(),
                List.of("small", "vendor/large"),
                2,
                TIME,
                TIME,
                TIME);
    }

    private static ChatResponse answer(String text) {
        return new ChatResponse(
                text,
                "",
                FinishReason.STOP,
                null,
                Usage.UNKNOWN,
                new Latency(Duration.ZERO, TIME, null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE);
    }

    /** Answers with the model's name, once it may. */
    private record Echo(CountDownLatch begun, CountDownLatch mayAnswer) implements LlmProvider {
        Echo() {
            this(new CountDownLatch(1), new CountDownLatch(0));
        }

        @Override
        public ChatResponse chat(ChatRequest request, ChatListener listener) {
            begun.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                throw new CancelledException("cancelled");
            }
            return answer(request.model().model());
        }

        @Override
        public List<ModelId> models() {
            return List.of(new ModelId("echo", "one"));
        }
    }

    @Test
    void aRequestGoesToTheProviderThatItsModelNames() {
        try (var gateway = new LlmGateway(List.of(), Map.of("echo", new Echo()))) {
            assertThat(gateway.chat(request("echo/a/b"), ChatListener.NONE).text())
                    .isEqualTo("a/b");
        }
    }

    @Test
    void builtInAndConfiguredModelsAreOffered() {
        try (var gateway = new LlmGateway(
                List.of(settings("house", new ApiKey.None()), settings("late", new ApiKey.Missing("LATE_KEY"))),
                Map.of("echo", new Echo()))) {
            assertThat(gateway.models())
                    .extracting(ModelId::toString)
                    .containsExactly(
                            "echo/one", "house/small", "house/vendor/large", "late/small", "late/vendor/large");
        }
    }

    @Test
    void anUnknownProviderIsAnsweredWithTheNamesThatThereAre() {
        try (var gateway =
                new LlmGateway(List.of(settings("anthropic", new ApiKey.None())), Map.of("offline", new Echo()))) {
            assertThatThrownBy(() -> gateway.chat(request("antropic/x"), ChatListener.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessage("Model antropic/x: there is no provider 'antropic': did you mean anthropic/x?"
                            + " Configured are offline, anthropic; add others to providers.yaml");
            assertThatThrownBy(() -> gateway.chat(request("gemini/x"), ChatListener.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageNotContaining("did you mean");
        }
    }

    @Test
    void aMissingKeyIsNamedWhenItIsNeeded() {
        try (var gateway = new LlmGateway(List.of(settings("house", new ApiKey.Missing("HOUSE_KEY"))), Map.of())) {
            assertThatThrownBy(() -> gateway.chat(request("house/small"), ChatListener.NONE))
                    .isInstanceOf(LlmException.Unauthorized.class)
                    .hasMessage("house/small: the environment variable HOUSE_KEY is not set."
                            + " Set it and start again, or keep it with assay keys set HOUSE_KEY");
        }
    }

    @Test
    void aCallThatMustWaitForASlotCountsTheWaitApart() throws Exception {
        var echo = new Echo(new CountDownLatch(1), new CountDownLatch(1));
        var limited =
                new ResilientProvider(echo, settings("echo", new ApiKey.None()).withLimits(new CallLimits(1, 0)));
        var first = new FutureTask<>(() -> limited.chat(request("echo/one"), ChatListener.NONE));
        Thread.startVirtualThread(first);
        echo.begun().await();
        var second = new FutureTask<>(() -> limited.chat(request("echo/two"), ChatListener.NONE));
        Thread waiting = Thread.startVirtualThread(second);
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        echo.mayAnswer().countDown();
        assertThat(second.get().latency().queued()).isPositive();
        assertThat(second.get().latency().total()).isEqualTo(TIME);
        assertThat(first.get().text()).isEqualTo("one");
    }

    @Test
    void interruptingACallThatWaitsForASlotCancelsItAndTakesNoSlot() throws Exception {
        var echo = new Echo(new CountDownLatch(1), new CountDownLatch(1));
        var limited =
                new ResilientProvider(echo, settings("echo", new ApiKey.None()).withLimits(new CallLimits(1, 0)));
        var first = new FutureTask<>(() -> limited.chat(request("echo/one"), ChatListener.NONE));
        Thread.startVirtualThread(first);
        echo.begun().await();
        var second = new CompletableFuture<ChatResponse>();
        Thread waiting = Thread.startVirtualThread(() -> {
            try {
                second.complete(limited.chat(request("echo/two"), ChatListener.NONE));
            } catch (CancelledException e) {
                second.completeExceptionally(e);
            }
        });
        waiting.interrupt();
        assertThatThrownBy(second::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancelledException.class);
        echo.mayAnswer().countDown();
        assertThat(first.get().text()).isEqualTo("one");
        assertThat(limited.chat(request("echo/three"), ChatListener.NONE).text())
                .isEqualTo("three");
    }
}
