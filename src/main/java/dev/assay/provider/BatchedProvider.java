package dev.assay.provider;

import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.Moderation;
import dev.assay.provider.endpoint.Embeddings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A provider whose embedding requests may be of any size: they are cut into calls that it takes, and these are made
 * together, as far as the provider around which this stands lets them. All else is handed on.
 *
 * @param provider makes the calls, guarded
 * @param limits how much one call takes
 */
record BatchedProvider(LlmProvider provider, Embeddings.Limits limits) implements LlmProvider {

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return provider.batches(model);
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        if (request.inputs().isEmpty()) {
            return EmbeddingBatches.join(List.of(), 0);
        }
        List<EmbeddingRequest> batches = EmbeddingBatches.cut(request, limits);
        if (batches.size() == 1) {
            return provider.embed(request);
        }
        long begun = System.nanoTime();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try (threads) {
            var done = new ExecutorCompletionService<EmbeddingResponse>(threads);
            List<Future<EmbeddingResponse>> calls = new ArrayList<>();
            batches.forEach(batch -> calls.add(done.submit(() -> provider.embed(batch))));
            try {
                // In the order in which they end, so that the first failure ends all.
                for (int i = 0; i < calls.size(); i++) {
                    done.take().get();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw new CancelledException(request.model() + ": the call was cancelled");
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw failure(e);
            }
            return EmbeddingBatches.join(calls.stream().map(Future::resultNow).toList(), System.nanoTime() - begun);
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        return provider.chat(request, listener);
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return provider.moderate(model, text);
    }

    @Override
    public long countTokens(ChatRequest request) {
        return provider.countTokens(request);
    }

    @Override
    public List<ModelInfo> listModels(String name) {
        return provider.listModels(name);
    }

    @Override
    public List<ModelId> models() {
        return provider.models();
    }

    @Override
    public void requireModel(ModelId model) {
        provider.requireModel(model);
    }
}
