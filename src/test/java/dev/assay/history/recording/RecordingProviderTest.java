package dev.assay.history.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.SqlRunHistory;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.GroupBy;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage.Place;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingRequest.Purpose;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.Moderation;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Usage;
import dev.assay.pricing.PriceTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingProviderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ModelId EMBEDDER = ModelId.parse("house/embedder");
    private static final Latency LATENCY = new Latency(Duration.ZERO, Duration.ofMillis(40), null, null);

    private final SqlRunHistory history = SqlRunHistory.inMemory();
    private final List<String> notices = new ArrayList<>();

    @AfterEach
    void close() {
        history.close();
    }

    private final LlmProvider house = new LlmProvider() {
        @Override
        public ChatResponse chat(ChatRequest request, ChatListener listener) {
            return new ChatResponse(
                    "Yes.",
                    "",
                    FinishReason.STOP,
                    null,
                    new Usage(3L, 1L, null, null, null, null),
                    LATENCY,
                    null,
                    null,
                    List.of(),
                    RawExchange.NONE);
        }

        @Override
        public List<ModelId> models() {
            return List.of(EMBEDDER);
        }

        @Override
        public EmbeddingResponse embed(EmbeddingRequest request) {
            return new EmbeddingResponse(
                    Collections.nCopies(request.inputs().size(), new float[] {1, 0}),
                    new Usage(12L, null, null, null, null, null),
                    LATENCY,
                    1);
        }

        @Override
        public Moderation moderate(ModelId model, String text) {
            if (text.equals("broken")) {
                throw LlmException.Unsupported.of(model, "moderation");
            }
            return new Moderation(
                    true, false, Map.of("violence", true), Map.of("violence", 0.9), model, RawExchange.NONE);
        }
    };

    private RecordingProvider provider(Operation chats) {
        return new RecordingProvider(
                house, PriceTable::standard, history.calls(), InstantSource.fixed(NOON), notices::add, chats);
    }

    private List<CallEntry> calls() {
        return history.calls().page(CallFilter.ALL, Place.TOP, 99).entries();
    }

    private Outcome outcome(CallEntry entry) {
        return history.calls().call(entry.id()).orElseThrow().invocation().outcome();
    }

    @Test
    void embeddedTextsAreRecordedOnceWithTheirTokens() {
        provider(null).embed(new EmbeddingRequest(EMBEDDER, List.of("ants", "bees"), null, Purpose.DOCUMENT));

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.figures().operation()).isEqualTo("embed");
            assertThat(call.figures().totalTokens()).isEqualTo(12);
            assertThat(call.figures().latencyMs()).isEqualTo(40);
        });
        assertThat(outcome(calls().getFirst()))
                .isInstanceOfSatisfying(
                        Outcome.Completed.class,
                        done -> assertThat(done.response().text()).isEqualTo("2 vectors of 2 numbers, in 1 calls"));
        assertThat(history.calls()
                        .page(CallFilter.parse("bees", NOON), Place.TOP, 9)
                        .entries())
                .hasSize(1);
    }

    @Test
    void ofManyTextsTheFirstAreKept() {
        provider(null)
                .embed(new EmbeddingRequest(
                        EMBEDDER, Collections.nCopies(120, "x".repeat(5000)), null, Purpose.DOCUMENT));

        var request = history.calls()
                .call(calls().getFirst().id())
                .orElseThrow()
                .invocation()
                .request();
        assertThat(request.messages()).hasSize(51);
        assertThat(request.messages().getFirst().text()).hasSizeLessThan(2100);
        assertThat(request.messages().getLast().text()).isEqualTo("... and 70 texts more");
    }

    @Test
    void aModerationIsRecordedWithItsScoresAndAFailureWithItsError() {
        var provider = provider(null);
        provider.moderate(ModelId.parse("house/guard"), "I will hit you");
        assertThatThrownBy(() -> provider.moderate(ModelId.parse("house/guard"), "broken"))
                .isInstanceOf(LlmException.class);

        assertThat(calls()).extracting(call -> call.figures().operation()).containsExactly("moderate", "moderate");
        assertThat(calls()).filteredOn(call -> call.figures().error() != null).hasSize(1);
        assertThat(history.calls()
                        .page(CallFilter.parse("violence", NOON), Place.TOP, 9)
                        .entries())
                .hasSize(1);
    }

    @Test
    void questionsAreRecordedOnlyWhereNobodyElseDoes() {
        var request = new ChatRequest(
                ModelId.parse("house/small"),
                List.of(Message.of(Role.USER, "Is it so?")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);

        provider(null).chat(request, ChatListener.NONE);
        assertThat(calls()).isEmpty();
        provider(Operation.JUDGE).chat(request, ChatListener.NONE);

        assertThat(history.metrics(CallQuery.ALL).by(GroupBy.OPERATION))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.name()).isEqualTo("judge");
                    assertThat(group.invocations()).isEqualTo(1);
                });
    }

    @Test
    void modelsOfThisProcessAreNotRecorded() {
        provider(null).embed(new EmbeddingRequest(ModelId.parse("local/m"), List.of("ants"), null, Purpose.SIMILARITY));

        assertThat(calls()).isEmpty();
    }

    @Test
    void whatWasPaidForIsReturnedEvenWhereItCannotBeRecorded() {
        history.close();

        var vectors = provider(null)
                .embed(new EmbeddingRequest(EMBEDDER, List.of("ants"), null, Purpose.DOCUMENT))
                .vectors();

        assertThat(vectors).hasSize(1);
        assertThat(notices).singleElement().asString().contains("house/embedder", "was not recorded");
    }
}
