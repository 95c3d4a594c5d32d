package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.judge.Judge;
import dev.assay.judge.rubric.LlmJudge;
import dev.assay.judge.rubric.Rubric;
import dev.assay.llm.Attempt;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.CallWait;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellRunnerTest {
    private static final ModelId MODEL = new ModelId("openai", "gpt-4o-mini");

    @Test
    void anAnswerOfTheProviderIsPaidFor() {
        Invocation answer = run(() -> ScriptedProvider.response("x"));

        assertThat(answer.cost().usd()).isPositive();
        assertThat(answer.savedUsd()).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anAnswerOfTheCacheCostsNothingAndTellsWhatItSaved(CacheStatus status) {
        Invocation paid = run(() -> ScriptedProvider.response("x"));

        Invocation cached = run(() -> ScriptedProvider.response("x").withCache(status));

        assertThat(cached.cost().usd()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(cached.savedUsd()).isEqualTo(paid.cost().usd());
    }

    @Test
    void theTriesBeforeTheLastFailureAreKept() {
        var attempt = new Attempt(MODEL, "overloaded", "busy", Duration.ofMillis(3), Duration.ofMillis(500));

        Invocation answer = run(() -> {
            throw new LlmException.Overloaded(
                            "still busy", new LlmException.Detail(MODEL, 503, null, "", RawExchange.NONE))
                    .after(List.of(attempt));
        });

        assertThat(((Outcome.Failed) answer.outcome()).failedAttempts()).containsExactly(attempt);
    }

    @Test
    void thatTheCallOrAJudgesCallWaitsIsToldOfTheCell() {
        var wait = new CallWait(MODEL, CallWait.Cause.SERVER_LIMIT, Duration.ofSeconds(12));
        LlmProvider provider = provider((request, listener) -> {
            listener.onWait(wait);
            listener.onText("4");
            listener.onWaitOver();
            return ScriptedProvider.response("4");
        });
        var told = new ArrayList<Object>();
        var judge = new LlmJudge(Rubric.RELEVANCE, MODEL, provider);
        run(provider, List.of(judge), new RunListener() {
            @Override
            public void waiting(CellKey key, CallWait begun) {
                told.add(begun);
            }

            @Override
            public void textArrived(CellKey key, String delta) {
                told.add(delta);
            }

            @Override
            public void waitOver(CellKey key) {
                told.add("over");
            }

            @Override
            public void judging(CellKey key) {
                told.add("judging");
            }
        });
        assertThat(told).startsWith(wait, "4", "over", "judging", wait, "over");
    }

    private static LlmProvider provider(BiFunction<ChatRequest, ChatListener, ChatResponse> chat) {
        return new LlmProvider() {
            @Override
            public ChatResponse chat(ChatRequest request, ChatListener listener) {
                return chat.apply(request, listener);
            }

            @Override
            public List<ModelId> models() {
                return List.of(MODEL);
            }
        };
    }

    private static Invocation run(Supplier<ChatResponse> response) {
        return run(provider((request, listener) -> response.get()), List.of(), RunListener.NONE);
    }

    private static Invocation run(LlmProvider provider, List<Judge> judges, RunListener listener) {
        var ids = new RunIds(InstantSource.fixed(Instant.parse("2026-11-23T14:15:02Z")), new Random(1));
        var request = new ChatRequest(
                MODEL, List.of(Message.of(Role.USER, "Hi")), ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
        var cell = new Plan.PlannedCell(new CellKey(0, 0, 0), new TestCase(0, Map.of(), null), request);
        return new CellRunner(provider, PriceTable.standard(), ids)
                .run(
                        cell,
                        judges,
                        new Baselines(List.of(cell), List.of()),
                        listener,
                        new CellLog(new RememberedHistory(), "r"))
                .answer();
    }
}
