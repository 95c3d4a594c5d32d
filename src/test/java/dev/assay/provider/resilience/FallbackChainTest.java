package dev.assay.provider.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.Adjustment;
import dev.assay.llm.Attempt;
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
import dev.assay.provider.LlmGateway;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FallbackChainTest {
    private static final ModelId FIRST = new ModelId("house", "first");
    private static final ModelId SECOND = new ModelId("other", "second");
    private static final ModelId THIRD = new ModelId("offline", "third");

    private final Map<ModelId, RuntimeException> failures = new HashMap<>();
    private final List<ModelId> asked = new ArrayList<>();
    private String textBeforeFailure = "";

    private final LlmProvider provider = new LlmProvider() {
        @Override
        public ChatResponse chat(ChatRequest request, ChatListener listener) {
            asked.add(request.model());
            RuntimeException failure = failures.get(request.model());
            if (failure != null) {
                if (!textBeforeFailure.isEmpty()) {
                    listener.onText(textBeforeFailure);
                }
                throw failure;
            }
            return new ChatResponse(
                    "answer",
                    "",
                    FinishReason.STOP,
                    null,
                    Usage.of(1, 1),
                    new Latency(Duration.ZERO, Duration.ofSeconds(1), null, null),
                    null,
                    null,
                    List.of(),
                    RawExchange.NONE);
        }

        @Override
        public List<ModelId> models() {
            return List.of();
        }
    };

    private static LlmException busy(ModelId model) {
        return new LlmException.Overloaded(model + ": busy", LlmException.Detail.of(model));
    }

    private ChatResponse chat() {
        var request = new ChatRequest(
                FIRST, List.of(Message.of(Role.USER, "Hello")), ModelParameters.DEFAULTS, ResponseFormat.TEXT, true);
        return new FallbackChain(List.of(FIRST, SECOND, THIRD), model -> provider).chat(request, ChatListener.NONE);
    }

    @Test
    void theAnswerOfTheModelThatWasAskedIsLeftAsItIs() {
        ChatResponse response = chat();
        assertThat(response.adjustments()).isEmpty();
        assertThat(response.servedBy(FIRST)).isEqualTo(FIRST);
    }

    @Test
    void anotherModelAnswersInTheOrderOfTheUserAndTheAnswerTellsSo() {
        var earlier = new Attempt(FIRST, "overloaded", "busy", Duration.ZERO, Duration.ofSeconds(1));
        failures.put(FIRST, busy(FIRST).after(List.of(earlier)));
        failures.put(SECOND, busy(SECOND));
        ChatResponse response = chat();
        assertThat(asked).containsExactly(FIRST, SECOND, THIRD);
        assertThat(response.adjustments())
                .containsExactly(new Adjustment("model", "house/first", "offline/third", "house/first: busy"));
        assertThat(response.failedAttempts()).map(Attempt::model).containsExactly(FIRST, FIRST, SECOND);
        assertThat(response.servedBy(FIRST)).isEqualTo(THIRD);
    }

    @Test
    void whereNoModelAnswersTheFailureOfTheFirstIsToldWithTheTriesOfAll() {
        for (ModelId model : List.of(FIRST, SECOND, THIRD)) {
            failures.put(model, busy(model));
        }
        assertThatThrownBy(this::chat)
                .hasMessage("house/first: busy")
                .isInstanceOfSatisfying(
                        LlmException.class,
                        failure -> assertThat(failure.detail().failedAttempts())
                                .map(Attempt::model)
                                .containsExactly(FIRST, SECOND, THIRD));
    }

    @Test
    void whatTheUserMustMendIsToldInsteadOfHidden() {
        for (RuntimeException failure : List.of(
                new LlmException.Unauthorized("key", LlmException.Detail.of(FIRST)),
                new LlmException.Rejected("parameter", LlmException.Detail.of(FIRST)),
                new LlmException.ContextTooLong("long", LlmException.Detail.of(FIRST)),
                new InputException("tool"))) {
            failures.put(FIRST, failure);
            assertThatThrownBy(this::chat).isSameAs(failure);
        }
        assertThat(asked).containsOnly(FIRST);
    }

    @Test
    void noOtherModelGoesOnWithATextThatWasBegun() {
        failures.put(FIRST, busy(FIRST));
        textBeforeFailure = "Hel";
        assertThatThrownBy(this::chat).isInstanceOf(LlmException.Overloaded.class);
        assertThat(asked).containsExactly(FIRST);
    }

    @Test
    void theGatewayAsksTheFallbackOfItsSettingsAndKnowsItBeforehand() {
        ProviderSettings settings = new ProviderSettings(
                "house",
                Dialect.OPENAI,
                URI.create("http://127.0.0.1:1/v1"),
                new ApiKey.None(),
                Map.of(),
                List.of(),
                1,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
        var request = new ChatRequest(
                FIRST, List.of(Message.of(Role.USER, "Hello")), ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
        try (var gateway =
                new LlmGateway(List.of(settings.withFallback(List.of(THIRD))), Map.of("offline", provider))) {
            gateway.requireModel(FIRST);
            ChatResponse response = gateway.chat(request, ChatListener.NONE);
            assertThat(response.servedBy(FIRST)).isEqualTo(THIRD);
            assertThat(response.failedAttempts().getFirst().errorType()).isEqualTo("unreachable");
        }
        try (var gateway = new LlmGateway(List.of(settings.withFallback(List.of(SECOND))), Map.of())) {
            assertThatThrownBy(() -> gateway.requireModel(FIRST))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("other/second");
        }
    }
}
