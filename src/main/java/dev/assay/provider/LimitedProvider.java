package dev.assay.provider;

import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Lets only so many calls through at once, first come first served, and measures the wait apart from the call. */
final class LimitedProvider implements LlmProvider {
    private final LlmProvider provider;
    private final Semaphore slots;

    LimitedProvider(LlmProvider provider, int callsAtOnce) {
        this.provider = provider;
        this.slots = new Semaphore(callsAtOnce, true);
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        long asked = System.nanoTime();
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            throw new CancelledException(request.model() + ": the call was cancelled before it began");
        }
        try {
            Duration queued = Duration.ofNanos(System.nanoTime() - asked);
            return withQueued(provider.chat(request, listener), queued);
        } finally {
            slots.release();
        }
    }

    @Override
    public List<ModelId> models() {
        return provider.models();
    }

    private static ChatResponse withQueued(ChatResponse response, Duration queued) {
        Latency latency = response.latency();
        return response.withLatency(
                new Latency(queued, latency.total(), latency.timeToFirstByte(), latency.timeToFirstToken()));
    }
}
