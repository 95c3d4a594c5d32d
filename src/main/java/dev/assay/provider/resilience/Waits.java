package dev.assay.provider.resilience;

import dev.assay.llm.CallWait;
import dev.assay.llm.CallWait.Cause;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ModelId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells whoever listens to one call that it waits. Used on the thread of the call alone. */
final class Waits {
    private final ModelId model;
    private final ChatListener listener;
    private boolean told;

    /** @param model what the call asks */
    Waits(ModelId model, ChatListener listener) {
        this.model = model;
        this.listener = listener;
    }

    ModelId model() {
        return model;
    }

    /** The call will wait; null where it is not known for how long. No time at all is not told. */
    void begin(Cause cause, @Nullable Duration expected) {
        if (expected == null || expected.isPositive()) {
            told = true;
            listener.onWait(new CallWait(model, cause, expected));
        }
    }

    /** The call goes on. */
    void over() {
        if (told) {
            told = false;
            listener.onWaitOver();
        }
    }

    /** Takes a place in a line, and tells where others are before. */
    void lineUp(Semaphore line, Cause cause, Supplier<@Nullable Duration> expected) throws InterruptedException {
        // A time of zero keeps the order; the form without one would jump the line.
        if (!line.tryAcquire(0, TimeUnit.SECONDS)) {
            Duration wait = expected.get();
            begin(cause, wait == null || !wait.isPositive() ? null : wait);
            line.acquire();
        }
    }
}
