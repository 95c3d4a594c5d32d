package dev.assay.provider.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CacheStatus;
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
import dev.assay.llm.PromptOrigin;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Stage;
import dev.assay.llm.Usage;
import dev.assay.settings.routing.Condition;
import dev.assay.settings.routing.Route;
import dev.assay.settings.routing.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutedProviderTest {
    private static final ModelId SMALL = new ModelId("a", "small");
    private static final ModelId LARGE = new ModelId("b", "large");
    private static final ModelId JUDGE = new ModelId("c", "judge");
    private static final ModelId ROUTE = ModelId.parse("route:cheap");

    private final Map<ModelId, ChatResponse> answers = new HashMap<>();
    private final Map<ModelId, LlmException> failures = new HashMap<>();
    private final List<ChatRequest> asked = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private @Nullable Double score;

    private final LlmProvider provider = new LlmProvider() {
        @Override
        public ChatResponse chat(ChatRequest request, ChatListener listener) {
            asked.add(request);
            LlmException failure = failures.get(request.model());
            if (failure != null) {
                throw failure;
            }
            ChatResponse answer = answers.get(request.model());
            if (request.stream()) {
                listener.onText(answer.text());
            }
            return answer;
        }

        @Override
        public List<ModelId> models() {
            return List.of(SMALL, LARGE);
        }

        @Override
        public void requireModel(ModelId model) {
            if (!answers.containsKey(model)) {
                throw new InputException("no " + model);
            }
        }
    };

    private static ChatResponse answer(String text, FinishReason finish) {
        return new ChatResponse(
                text,
                "",
                finish,
                null,
                Usage.of(10, 5),
                new Latency(Duration.ZERO, Duration.ofMillis(3), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE);
    }

    private RoutedProvider cascade(Trigger... triggers) {
        return routed(new Route.Cascade(
                "cheap", List.of(new Route.Step(SMALL, List.of(triggers)), new Route.Step(LARGE, List.of()))));
    }

    private RoutedProvider routed(Route... routes) {
        return new RoutedProvider(
                provider,
                List.of(routes),
                (request, answer, judged) -> new AnswerScorer.Scored(
                        score, List.of(new Stage(judged.judge(), Usage.of(100, 1), CacheStatus.NONE))),
                (request, model) -> request.messages().getFirst().text().length());
    }

    private static ChatRequest request(ModelId model, String text) {
        return new ChatRequest(
                model, List.of(Message.of(Role.USER, text)), ModelParameters.DEFAULTS, ResponseFormat.TEXT, true);
    }

    private ChatResponse chat(RoutedProvider routed) {
        return routed.chat(request(ROUTE, "Hello"), heard::add);
    }

    private void answering(String small, FinishReason finish) {
        answers.put(SMALL, answer(small, finish));
        answers.put(LARGE, answer("from the large", FinishReason.STOP));
    }

    @Test
    void theFirstAnswerThatWillDoIsTakenAndTheOthersAreNotAsked() {
        answering("fine", FinishReason.STOP);

        ChatResponse response = chat(cascade(Trigger.Simple.EMPTY));

        assertThat(response.text()).isEqualTo("fine");
        assertThat(asked).extracting(ChatRequest::model).containsExactly(SMALL);
        assertThat(heard).containsExactly("fine");
        assertThat(response.servedBy(ROUTE)).isEqualTo(SMALL);
        assertThat(response.adjustments())
                .containsExactly(
                        new Adjustment("model", "route/cheap", "a/small", "cascade cheap: the first answer will do"));
        assertThat(response.usage().inputTokens()).isEqualTo(10);
    }

    @Test
    void anAnswerThatWillNotDoIsNeverHeardAndBothAreCounted() {
        answering("I am not sure", FinishReason.STOP);

        ChatResponse response = chat(cascade(new Trigger.Matches(Pattern.compile("not sure"))));

        assertThat(response.text()).isEqualTo("from the large");
        assertThat(heard).containsExactly("from the large");
        assertThat(response.servedBy(ROUTE)).isEqualTo(LARGE);
        assertThat(response.adjustments())
                .containsExactly(
                        new Adjustment("model", "route/cheap", "b/large", "cascade cheap: 1 escalated"),
                        new Adjustment("escalation", "a/small", "b/large", "the answer matched not sure"));
        assertThat(response.stages()).extracting(Stage::model).containsExactly(SMALL, LARGE);
        assertThat(response.usage().inputTokens()).isEqualTo(20);
        assertThat(response.usage().outputTokens()).isEqualTo(10);
    }

    @Test
    void eachReasonEscalates() {
        Map<Trigger, ChatResponse> cases = Map.of(
                Trigger.Simple.EMPTY,
                answer(" \n", FinishReason.STOP),
                Trigger.Simple.REFUSAL,
                answer("I cannot", FinishReason.REFUSAL),
                Trigger.Simple.CUT_OFF,
                answer("half", FinishReason.LENGTH),
                Trigger.Simple.INVALID_JSON,
                answer("{\"a\": 1} and more", FinishReason.STOP),
                new Trigger.ShorterThan(5),
                answer("four", FinishReason.STOP));
        answering("", FinishReason.STOP);
        cases.forEach((trigger, answer) -> {
            answers.put(SMALL, answer);
            assertThat(chat(cascade(trigger)).text())
                    .describedAs(trigger.toString())
                    .isEqualTo("from the large");
            answers.put(SMALL, answer("{\"long\": 1}", FinishReason.STOP));
            assertThat(chat(cascade(trigger)).text())
                    .describedAs(trigger.toString())
                    .isEqualTo("{\"long\": 1}");
        });
    }

    @Test
    void aLowScoreEscalatesAndTheJudgesCallIsCounted() {
        answering("fine", FinishReason.STOP);
        RoutedProvider judged = cascade(new Trigger.JudgedBelow("relevance", JUDGE, 0.6));

        score = 0.5;
        ChatResponse low = chat(judged);
        assertThat(low.text()).isEqualTo("from the large");
        assertThat(low.adjustments().getLast().reason()).isEqualTo("relevance was judged below 0.6: 0.50");
        assertThat(low.stages()).extracting(Stage::model).containsExactly(SMALL, JUDGE, LARGE);
        assertThat(low.usage().inputTokens()).isEqualTo(120);

        score = 0.6;
        assertThat(chat(judged).text()).isEqualTo("fine");
        score = null;
        assertThat(chat(judged).adjustments().getLast().reason()).isEqualTo("relevance could not be judged");
    }

    @Test
    void aFailureEscalatesOnlyWhereTheRouteSaysSo() {
        answering("fine", FinishReason.STOP);
        failures.put(SMALL, new LlmException.Overloaded("a: busy", LlmException.Detail.of(SMALL)));

        ChatResponse response = chat(cascade(Trigger.Simple.ERROR));
        assertThat(response.text()).isEqualTo("from the large");
        assertThat(response.failedAttempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.model()).isEqualTo(SMALL));

        assertThatThrownBy(() -> chat(cascade(Trigger.Simple.EMPTY))).isInstanceOf(LlmException.Overloaded.class);
    }

    @Test
    void aChoiceTakesTheFirstThatApplies() {
        answering("fine", FinishReason.STOP);
        RoutedProvider routed = routed(
                new Route.Choice(
                        "cheap",
                        List.of(
                                new Route.Option(new Condition("support/*", null, null, null), SMALL),
                                new Route.Option(new Condition(null, null, 10, null), LARGE),
                                new Route.Option(Condition.ALWAYS, new ModelId("route", "first")))),
                new Route.Cascade(
                        "first",
                        List.of(
                                new Route.Step(SMALL, List.of(Trigger.Simple.EMPTY)),
                                new Route.Step(LARGE, List.of()))));

        var support = request(ROUTE, "A long question").withOrigin(new PromptOrigin("support/x", List.of()));
        assertThat(routed.chat(support, ChatListener.NONE).servedBy(ROUTE)).isEqualTo(SMALL);
        ChatResponse length = routed.chat(request(ROUTE, "A long question"), ChatListener.NONE);
        assertThat(length.servedBy(ROUTE)).isEqualTo(LARGE);
        assertThat(length.adjustments().getLast().reason()).isEqualTo("route cheap: more than 10 tokens");
        ChatResponse both = routed.chat(request(ROUTE, "Short"), ChatListener.NONE);
        assertThat(both.servedBy(ROUTE)).isEqualTo(SMALL);
        assertThat(both.adjustments().getLast().reason())
                .isEqualTo("route cheap: always; cascade first: the first answer will do");
        assertThat(asked).allMatch(one -> one.origin() == null && !one.model().isRoute());
    }

    @Test
    void routesAreOfferedAndRequiredLikeModels() {
        RoutedProvider routed = cascade(Trigger.Simple.EMPTY);
        assertThat(routed.models()).containsExactly(SMALL, LARGE, ROUTE);
        assertThatThrownBy(() -> routed.requireModel(ROUTE)).hasMessage("no a/small");
        answering("x", FinishReason.STOP);
        routed.requireModel(ROUTE);
        assertThatThrownBy(() -> routed.requireModel(ModelId.parse("route:chaep")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("did you mean route:cheap?");
        assertThatThrownBy(() -> routed().requireModel(ROUTE)).hasMessageContaining("no routes.yaml");
        assertThat(routed.chat(request(LARGE, "x"), ChatListener.NONE).adjustments())
                .isEmpty();
        assertThat(routed.asks(ROUTE)).containsExactly(SMALL, LARGE);
        assertThat(routed.asks(LARGE)).containsExactly(LARGE);
        assertThat(cascade(new Trigger.JudgedBelow("relevance", JUDGE, 0.6)).asks(ROUTE))
                .containsExactly(SMALL, LARGE, JUDGE);
    }

    @Test
    void whatTheCacheGaveIsMarkedOnlyWhereAllOfItCameFromThere() {
        answers.put(SMALL, answer("", FinishReason.STOP).withCache(CacheStatus.HIT));
        answers.put(LARGE, answer("large", FinishReason.STOP));
        assertThat(chat(cascade(Trigger.Simple.EMPTY)).cache()).isEqualTo(CacheStatus.NONE);
        answers.put(LARGE, answer("large", FinishReason.STOP).withCache(CacheStatus.HIT));
        assertThat(chat(cascade(Trigger.Simple.EMPTY)).cache()).isEqualTo(CacheStatus.HIT);
    }
}
