package dev.assay.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ChatBatches.Item;
import dev.assay.llm.ChatBatches.Result;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmException.Detail;
import dev.assay.llm.LlmException.RetryAdvice;
import dev.assay.llm.ModelId;
import dev.assay.llm.RawExchange;
import dev.assay.provider.endpoint.Batches.Line;
import dev.assay.provider.failure.ErrorMapper;
import dev.assay.provider.failure.ProviderError;
import dev.assay.provider.failure.Secrets;
import dev.assay.provider.http.RequestWriter.Written;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireDialect;
import dev.assay.settings.ProviderSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lines of a batch's results into answers and failures, as a call of the chat endpoint would have told them.
 *
 * @param url where the lines came from
 */
record BatchResults(ProviderSettings settings, WireDialect dialect, RequestWriter writer, Secrets secrets, String url) {
    private static final Latency UNKNOWN = new Latency(Duration.ZERO, null, null, null);

    /** What a line says of an item. */
    Result of(Item item, Line line) {
        Written written = writer.write(item.request());
        String sent = written.wire().body().toString();
        try {
            return switch (line) {
                case Line.Answered answered -> new Result.Answered(item.id(), answer(item, written, sent, answered));
                case Line.Failed failed ->
                    new Result.Failed(
                            item.id(), failure(item, failed.status(), failed.error(), raw(sent, failed.error(), null)));
                case Line.Unanswered unanswered -> new Result.Failed(item.id(), unanswered(item, unanswered.reason()));
            };
        } catch (LlmException e) {
            return new Result.Failed(item.id(), e);
        }
    }

    private ChatResponse answer(Item item, Written written, String sent, Line.Answered line) {
        AnswerReader reader = dialect.reader(written.request());
        RawExchange raw = raw(sent, line.body(), line.requestId());
        Optional<ProviderError> error = ProviderError.within(reader.errorPlace(line.body()));
        if (error.isPresent()) {
            throw failure(item, null, error.get(), raw);
        }
        if (!reader.whole(line.body())) {
            ModelId model = item.request().model();
            throw new LlmException.MalformedResponse(
                    model + ": " + url + " gave a result that is no answer: " + ProviderError.cut(raw.response())
                            + ". Send the request again",
                    detail(model, raw),
                    null);
        }
        reader.blocked().ifPresent(reason -> {
            throw failure(item, null, ProviderError.filtered(reason), raw);
        });
        return WholeAnswer.of(
                secrets.hide(reader.answer()), UNKNOWN, written.wire().adjustments(), raw);
    }

    private LlmException failure(Item item, @Nullable Integer status, JsonNode error, RawExchange raw) {
        return failure(item, status, ProviderError.parse(error.toString()), raw);
    }

    private LlmException failure(Item item, @Nullable Integer status, ProviderError error, RawExchange raw) {
        return new ErrorMapper(settings, secrets)
                .map(new ErrorMapper.Failure(
                        item.request().model(),
                        status == null ? 200 : status,
                        status == null,
                        url,
                        error,
                        RetryAdvice.NONE,
                        "",
                        raw));
    }

    private static LlmException unanswered(Item item, String reason) {
        ModelId model = item.request().model();
        return new LlmException.Unanswered(
                model + ": the batch " + (reason.equals("expired") ? "expired" : "was cancelled")
                        + " before the request was answered. Send it again",
                Detail.of(model));
    }

    private static Detail detail(ModelId model, RawExchange raw) {
        return new Detail(model, null, null, "", raw);
    }

    private RawExchange raw(String sent, JsonNode received, @Nullable String requestId) {
        return new RawExchange(
                sent, secrets.hide(received.toString()), requestId == null ? null : secrets.hide(requestId));
    }
}
