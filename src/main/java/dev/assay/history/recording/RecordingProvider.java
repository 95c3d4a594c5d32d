package dev.assay.history.recording;

import dev.assay.history.CallLog;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.InputException;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.Moderation;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.StorageException;
import dev.assay.llm.Usage;
import dev.assay.pricing.PriceTable;
import dev.assay.provider.local.LocalProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records calls that belong to no run: texts that were embedded or moderated and, where it is wanted, questions. Calls
 * that fail are recorded too; calls of models that live in this process are not, as nothing is sent and nothing paid.
 * Thread-safe where the provider behind it is.
 *
 * @param provider the one behind it
 * @param prices what calls cost
 * @param calls where they are recorded
 * @param clock tells when they were made
 * @param notices hears where a call that was paid for cannot be recorded
 * @param chats what questions are recorded as, or null where somebody else records them
 */
public record RecordingProvider(
        LlmProvider provider,
        Supplier<PriceTable> prices,
        CallLog calls,
        InstantSource clock,
        Consumer<String> notices,
        @Nullable Operation chats)
        implements LlmProvider {
    private static final int MOST_TEXTS = 50;
    private static final int LONGEST = 2000;

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        Operation operation = chats;
        return operation == null
                ? provider.chat(request, listener)
                : recorded(operation, request, () -> provider.chat(request, listener), Function.identity());
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return provider.batches(model);
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        if (request.model().provider().equals(LocalProvider.NAME)) {
            return provider.embed(request);
        }
        return recorded(
                Operation.EMBED,
                question(request.model(), request.inputs()),
                () -> provider.embed(request),
                RecordingProvider::answer);
    }

    private static ChatResponse answer(EmbeddingResponse response) {
        int length = response.vectors().isEmpty() ? 0 : response.vectors().getFirst().length;
        Usage told = response.usage();
        Long input = told.inputTokens();
        // No text comes of it, so that all tokens are those sent.
        Usage usage = input == null || told.outputTokens() != null
                ? told
                : new Usage(input, 0L, told.cachedInputTokens(), told.cacheWriteTokens(), null, told.reportedCostUsd())
                        .withRaw(told.raw());
        return answer(
                response.vectors().size() + " vectors of " + length + " numbers, in " + response.calls() + " calls",
                usage,
                response.latency(),
                response.adjustments(),
                RawExchange.NONE);
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        long start = System.nanoTime();
        return recorded(
                Operation.MODERATE,
                question(model, List.of(text)),
                () -> provider.moderate(model, text),
                said -> answer(
                        verdict(said),
                        Usage.UNKNOWN,
                        new Latency(Duration.ZERO, Duration.ofNanos(System.nanoTime() - start), null, null),
                        List.of(),
                        said.raw()));
    }

    private static String verdict(Moderation said) {
        var lines = new ArrayList<String>();
        lines.add(said.flagged() ? "harmful" : "not harmful");
        new TreeMap<>(said.scores()).forEach((category, score) -> lines.add(category + ": " + score));
        return String.join("\n", lines);
    }

    private static ChatResponse answer(
            String text, Usage usage, Latency latency, List<Adjustment> adjustments, RawExchange raw) {
        return new ChatResponse(text, "", FinishReason.STOP, null, usage, latency, null, null, adjustments, raw);
    }

    /** As much of the texts as is worth keeping. */
    private static ChatRequest question(ModelId model, List<String> texts) {
        List<Message> messages = new ArrayList<>(texts.stream()
                .limit(MOST_TEXTS)
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...")
                .map(text -> Message.of(Role.USER, text))
                .toList());
        if (texts.size() > MOST_TEXTS) {
            messages.add(Message.of(Role.USER, "... and " + (texts.size() - MOST_TEXTS) + " texts more"));
        }
        return new ChatRequest(model, messages, ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
    }

    private <T> T recorded(
            Operation operation, ChatRequest request, Supplier<T> call, Function<T, ChatResponse> answer) {
        Instant startedAt = clock.instant();
        long start = System.nanoTime();
        try {
            T result = call.get();
            record(operation, request, startedAt, new Outcome.Completed(answer.apply(result)));
            return result;
        } catch (LlmException e) {
            record(operation, request, startedAt, CallRecorder.failed(e, since(start)));
            throw e;
        } catch (InputException e) {
            record(operation, request, startedAt, CallRecorder.rejected(e, since(start)));
            throw e;
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What was paid for is not lost because it cannot be written down. */
    private void record(Operation operation, ChatRequest request, Instant startedAt, Outcome outcome) {
        try {
            calls.add(
                    null,
                    new CallRecorder(prices.get())
                            .record(UUID.randomUUID().toString(), operation, null, startedAt, request, outcome));
        } catch (StorageException e) {
            notices.accept("A call to " + request.model() + " was not recorded: " + e.getMessage());
        }
    }

    @Override
    public List<ModelId> models() {
        return provider.models();
    }

    @Override
    public void requireModel(ModelId model) {
        provider.requireModel(model);
    }

    @Override
    public long countTokens(ChatRequest request) {
        return provider.countTokens(request);
    }

    @Override
    public List<ModelInfo> listModels(String name) {
        return provider.listModels(name);
    }
}
