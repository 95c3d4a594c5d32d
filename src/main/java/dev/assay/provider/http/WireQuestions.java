package dev.assay.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.Moderation;
import dev.assay.llm.RawExchange;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.endpoint.Moderations;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.JsonBody;
import dev.assay.provider.wire.WireDialect;
import dev.assay.settings.ProviderSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What can be asked of a provider beside chat, as far as its protocol offers it. Thread-safe. */
final class WireQuestions {
    private static final String LIST = "a list of models";
    private static final String EMBEDDINGS = "embeddings";
    private static final String MODERATION = "moderation";
    private static final String COUNTS = "token counts";

    private final ProviderSettings settings;
    private final WireDialect dialect;
    private final JsonCalls calls;
    private final Endpoint endpoint;

    WireQuestions(JsonCalls calls, Endpoint endpoint) {
        this.settings = calls.settings();
        this.dialect = calls.dialect();
        this.calls = calls;
        this.endpoint = endpoint;
    }

    List<ModelInfo> listModels() {
        var all = new ModelId(settings.name(), "*");
        ModelLists lists = dialect.modelLists().orElseThrow(() -> LlmException.Unsupported.of(all, LIST));
        var models = new ArrayList<ModelInfo>();
        var asked = new HashSet<String>();
        String next = null;
        do {
            ModelLists.Page page = page(all, lists, next);
            models.addAll(page.models());
            next = page.next();
            // A server that names the same part twice would be asked forever.
        } while (next != null && asked.add(next));
        return models;
    }

    private ModelLists.Page page(ModelId all, ModelLists lists, @Nullable String page) {
        return ask(all, LIST, endpoint.models(lists, page), null, (answer, raw) -> lists.read(settings.name(), answer));
    }

    EmbeddingResponse embed(EmbeddingRequest batch) {
        ModelId model = batch.model();
        Embeddings embeddings = dialect.embeddings().orElseThrow(() -> LlmException.Unsupported.of(model, EMBEDDINGS));
        long begun = System.nanoTime();
        Embeddings.Vectors read = ask(
                model,
                EMBEDDINGS,
                embeddings.ask(endpoint.basePath(), batch),
                (answer, raw) -> checked(batch, embeddings.read(batch, answer)));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new EmbeddingResponse(read.vectors(), read.usage(), new Latency(Duration.ZERO, took, null, null), 1);
    }

    private static Embeddings.Vectors checked(EmbeddingRequest batch, Embeddings.Vectors read) {
        int texts = batch.inputs().size();
        if (read.vectors().size() != texts) {
            throw new UnusableAnswer("it sent " + read.vectors().size() + " vectors for " + texts + " texts");
        }
        Integer asked = batch.dimensions();
        int length = asked == null ? read.vectors().getFirst().length : asked;
        for (float[] vector : read.vectors()) {
            if (vector.length != length) {
                throw new UnusableAnswer("it sent a vector of " + vector.length + " numbers, not of " + length
                        + (asked == null ? " as the first" : " as asked"));
            }
        }
        return read;
    }

    Moderation moderate(ModelId asked, String text) {
        Moderations moderations =
                dialect.moderations().orElseThrow(() -> LlmException.Unsupported.of(asked, MODERATION));
        ModelId model = asked.model().contains("moderation")
                ? asked
                : new ModelId(asked.provider(), moderations.standardModel());
        return ask(
                model,
                MODERATION,
                moderations.ask(model.model(), text),
                (answer, raw) -> moderations.read(model, answer, raw));
    }

    /**
     * Counts the tokens of a request.
     *
     * @param chat the body that the chat endpoint would get
     */
    long countTokens(ChatRequest request, ObjectNode chat) {
        ModelId model = request.model();
        TokenCounts counts = dialect.tokenCounts().orElseThrow(() -> LlmException.Unsupported.of(model, COUNTS));
        return ask(model, COUNTS, counts.ask(endpoint.basePath(), request, chat), (answer, raw) -> counts.read(answer));
    }

    private <T> T ask(ModelId model, String what, Question question, BiFunction<JsonNode, RawExchange, T> reader) {
        return ask(model, what, endpoint.ask(question), question.body(), reader);
    }

    private <T> T ask(
            ModelId model,
            String what,
            Request.Builder http,
            @Nullable ObjectNode body,
            BiFunction<JsonNode, RawExchange, T> reader) {
        String sent = body == null ? "" : body.toString();
        if (body != null) {
            http.post(new JsonBody(sent));
        }
        try {
            return calls.ask(model, endpoint.signed(http, sent), sent, reader);
        } catch (LlmException.Rejected refusal) {
            throw isAbsent(refusal) ? absent(model, what, refusal) : refusal;
        }
    }

    private static boolean isAbsent(LlmException.Rejected refusal) {
        Integer status = refusal.detail().httpStatus();
        return status != null && (status == 404 || status == 405);
    }

    private static LlmException absent(ModelId model, String what, LlmException.Rejected refusal) {
        return new LlmException.Unsupported(
                LlmException.Unsupported.of(model, what).getMessage() + ", or check its baseUrl (HTTP "
                        + refusal.detail().httpStatus() + ")",
                refusal.detail());
    }
}
