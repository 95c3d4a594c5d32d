package dev.assay.provider.cache;

import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The calls under way: who makes a call that another has begun waits for the same answer. A call lasts as long as
 * anybody waits for it. Thread-safe.
 */
public final class SharedCalls {
    private final Map<String, SharedCall> underWay = new HashMap<>();

    /**
     * Makes the call, or joins the one under way.
     *
     * @param key equal for equal calls
     * @param call is run on a thread of its own, and interrupted when nobody waits any more
     */
    ChatResponse call(
            String key, ChatRequest request, ChatListener listener, Function<ChatListener, ChatResponse> call) {
        Waiter waiter;
        SharedCall shared;
        synchronized (underWay) {
            SharedCall known = underWay.get(key);
            shared = known == null ? new SharedCall() : known;
            waiter = new Waiter(request, listener, known != null);
            shared.join(waiter);
            if (known == null) {
                underWay.put(key, shared);
                shared.start(call, () -> forget(key, shared));
            }
        }
        return waiter.await(() -> leave(key, shared, waiter));
    }

    private void leave(String key, SharedCall call, Waiter waiter) {
        synchronized (underWay) {
            if (call.leave(waiter)) {
                underWay.remove(key, call);
            }
        }
    }

    private void forget(String key, SharedCall call) {
        synchronized (underWay) {
            underWay.remove(key, call);
        }
    }
}
