package dev.assay.provider;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a call again where that may succeed, and records it. Once the listener has heard text the call is not made
 * again, as the text cannot be taken back. The response tells the latency, usage and cost of the last try alone.
 */
final class RetryingProvider implements LlmProvider {
    private final LlmProvider provider;
    private final Backoff backoff;
    private final Pause pause;

    /** Waits; {@code Thread::sleep} outside of tests. */
    interface Pause {
        void pause(Duration wait) throws InterruptedException;
    }

    RetryingProvider(LlmProvider provider, Backoff backoff, Pause pause) {
        this.provider = provider;
        this.backoff = backoff;
        this.pause = pause;
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        var heard = new Heard(listener);
        var failures = new ArrayList<LlmException>();
        while (true) {
            try {
                return recorded(provider.chat(request, heard), failures);
            } catch (LlmException failure) {
                Optional<Duration> wait = heard.text ? Optional.empty() : backoff.before(failure, failures.size());
                if (wait.isEmpty()) {
                    failures.forEach(failure::addSuppressed);
                    throw failure;
                }
                failures.add(failure);
                pause(wait.get(), request.model());
            }
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

    private void pause(Duration wait, ModelId model) {
        try {
            pause.pause(wait);
        } catch (InterruptedException e) {
            throw new CancelledException(model + ": the call was cancelled while it waited for another try");
        }
    }

    private static ChatResponse recorded(ChatResponse response, List<LlmException> failures) {
        if (failures.isEmpty()) {
            return response;
        }
        var adjustments = new ArrayList<>(response.adjustments());
        String reasons =
                String.join(", ", failures.stream().map(LlmException::errorType).toList());
        adjustments.add(new Adjustment("tries", "1", "" + (failures.size() + 1), "failed before: " + reasons));
        return response.withAdjustments(adjustments);
    }

    /** Knows whether any text was passed on. Used on the thread of the call alone. */
    private static final class Heard implements ChatListener {
        private final ChatListener listener;
        private boolean text;

        Heard(ChatListener listener) {
            this.listener = listener;
        }

        @Override
        public void onText(String delta) {
            text = true;
            listener.onText(delta);
        }
    }
}
