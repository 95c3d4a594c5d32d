package dev.assay.exchange.calls.otlp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.RecordedCall;
import dev.assay.history.metrics.CallRecord;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ModelParameters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Calls as spans. The calls of a run are one trace; the same call always has the same ids. */
public final class OtlpTraces {
    private static final int CLIENT = 3;
    private static final int ERROR = 2;
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double MILLIS_A_SECOND = 1000;

    private OtlpTraces() {}

    /**
     * The body of an export request.
     *
     * @param texts whether what was sent and what came goes along
     */
    public static ObjectNode of(List<RecordedCall> calls, boolean texts) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode ofResource = document.putArray("resourceSpans").addObject();
        ofResource.set("resource", OtlpNames.resource());
        ObjectNode ofScope = ofResource.putArray("scopeSpans").addObject();
        ofScope.set("scope", OtlpNames.scope());
        ArrayNode spans = ofScope.putArray("spans");
        calls.forEach(call -> span(spans.addObject(), call, texts));
        return document;
    }

    private static void span(ObjectNode span, RecordedCall recorded, boolean texts) {
        CallRecord call = recorded.entry().figures();
        RecordedCall.Place place = recorded.place();
        String id = recorded.entry().id();
        String operation = OtlpNames.operation(call.operation());
        Double millis = call.latencyMs();
        Instant end = call.startedAt().plus(Duration.ofNanos(millis == null ? 0 : Math.round(millis * NANOS_A_MILLI)));
        span.put("traceId", hash("trace " + (place == null ? id : place.runId()), TRACE_BYTES))
                .put("spanId", hash("span " + id, SPAN_BYTES))
                .put("name", operation + " " + call.model())
                .put("kind", CLIENT)
                .put("startTimeUnixNano", OtlpNames.nanos(call.startedAt()))
                .put("endTimeUnixNano", OtlpNames.nanos(end));
        ArrayNode attributes = span.putArray("attributes");
        OtlpNames.attribute(attributes, "gen_ai.operation.name", operation);
        OtlpNames.attribute(attributes, "gen_ai.provider.name", OtlpNames.provider(call.provider()));
        OtlpNames.attribute(attributes, "gen_ai.request.model", call.model());
        OtlpNames.attribute(attributes, "gen_ai.usage.input_tokens", call.inputTokens());
        OtlpNames.attribute(attributes, "gen_ai.usage.output_tokens", call.outputTokens());
        Double first = call.firstTokenMs();
        OtlpNames.attribute(
                attributes, "gen_ai.response.time_to_first_chunk", first == null ? null : first / MILLIS_A_SECOND);
        OtlpNames.attribute(attributes, "error.type", call.error());
        OtlpNames.attribute(attributes, "assay.operation", call.operation());
        OtlpNames.attribute(attributes, "assay.prompt", call.prompt());
        OtlpNames.attribute(
                attributes,
                "assay.cost.usd",
                call.costUsd() == null ? null : call.costUsd().doubleValue());
        OtlpNames.attribute(attributes, "assay.cached", call.cached());
        if (place != null) {
            OtlpNames.attribute(attributes, "assay.run.id", place.runId());
            OtlpNames.attribute(attributes, "assay.variant", place.cell().variant());
            OtlpNames.attribute(attributes, "assay.case", place.cell().testCase());
            OtlpNames.attribute(attributes, "assay.repeat", place.cell().repeat());
        }
        Invocation invocation = recorded.invocation();
        if (invocation != null) {
            of(attributes, invocation, texts);
        }
        if (call.error() != null) {
            span.putObject("status").put("code", ERROR);
        }
    }

    private static void of(ArrayNode attributes, Invocation call, boolean texts) {
        ModelParameters asked = call.request().parameters();
        OtlpNames.attribute(attributes, "gen_ai.request.temperature", asked.temperature());
        OtlpNames.attribute(attributes, "gen_ai.request.top_p", asked.topP());
        OtlpNames.attribute(attributes, "gen_ai.request.max_tokens", asked.maxOutputTokens());
        OtlpNames.attribute(attributes, "gen_ai.request.seed", asked.seed());
        if (!asked.stop().isEmpty()) {
            OtlpNames.attribute(attributes, "gen_ai.request.stop_sequences", asked.stop());
        }
        if (call.outcome() instanceof Outcome.Completed completed) {
            ChatResponse response = completed.response();
            OtlpNames.attribute(attributes, "gen_ai.response.model", response.responseModel());
            OtlpNames.attribute(attributes, "gen_ai.response.id", response.responseId());
            OtlpNames.attribute(
                    attributes,
                    "gen_ai.response.finish_reasons",
                    List.of(response.finishReason().name().toLowerCase(Locale.ROOT)));
            OtlpNames.attribute(
                    attributes,
                    "gen_ai.usage.cache_read.input_tokens",
                    response.usage().cachedInputTokens());
            OtlpNames.attribute(
                    attributes,
                    "gen_ai.usage.cache_creation.input_tokens",
                    response.usage().cacheWriteTokens());
            OtlpNames.attribute(
                    attributes,
                    "gen_ai.usage.reasoning.output_tokens",
                    response.usage().reasoningTokens());
            if (texts) {
                OtlpNames.attribute(attributes, "gen_ai.output.messages", messages("assistant", response.output()));
            }
        }
        if (texts) {
            ArrayNode sent = JsonNodeFactory.instance.arrayNode();
            call.request()
                    .messages()
                    .forEach(message -> message(sent, message.role().name().toLowerCase(Locale.ROOT), message.text()));
            OtlpNames.attribute(attributes, "gen_ai.input.messages", sent.toString());
        }
    }

    private static String messages(String role, String text) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        message(messages, role, text);
        return messages.toString();
    }

    private static void message(ArrayNode messages, String role, String text) {
        messages.addObject()
                .put("role", role)
                .putArray("parts")
                .addObject()
                .put("type", "text")
                .put("content", text);
    }

    private static String hash(String text, int bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
