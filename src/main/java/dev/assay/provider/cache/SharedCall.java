package dev.assay.provider.cache;

import dev.assay.llm.CallWait;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call and all who wait for it. Who comes late hears first what the others have heard. Thread-safe. */
final class SharedCall implements ChatListener {
    private final List<Waiter> waiters = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private @Nullable CallWait wait;
    private @Nullable Thread thread;

    synchronized void join(Waiter waiter) {
        if (!reasoning.isEmpty()) {
            waiter.onReasoning(reasoning.toString());
        }
        if (!text.isEmpty()) {
            waiter.onText(text.toString());
        }
        if (wait != null) {
            waiter.onWait(wait);
        }
        waiters.add(waiter);
    }

    /** Begins the call; {@code ended} is run before its waiters hear of the end. */
    synchronized void start(Function<ChatListener, ChatResponse> call, Runnable ended) {
        thread = Thread.ofVirtual().name("shared-call").start(() -> run(call, ended));
    }

    /** Waits no longer. Returns whether nobody does any more, so that the call is cut. */
    synchronized boolean leave(Waiter waiter) {
        waiters.remove(waiter);
        if (!waiters.isEmpty()) {
            waiter.abandon();
            return false;
        }
        // Stays, to hear how much of the answer had come.
        waiters.add(waiter);
        if (thread != null) {
            thread.interrupt();
        }
        return true;
    }

    private void run(Function<ChatListener, ChatResponse> call, Runnable ended) {
        Waiter.End end = new Waiter.Failed(new IllegalStateException("The call ended without a result"));
        try {
            end = new Waiter.Answered(call.apply(this));
        } catch (RuntimeException e) {
            end = new Waiter.Failed(e);
        } finally {
            ended.run();
            tell(end);
        }
    }

    private synchronized void tell(Waiter.End end) {
        waiters.forEach(waiter -> waiter.ended(end));
    }

    @Override
    public synchronized void onText(String delta) {
        text.append(delta);
        waiters.forEach(waiter -> waiter.onText(delta));
    }

    @Override
    public synchronized void onReasoning(String delta) {
        reasoning.append(delta);
        waiters.forEach(waiter -> waiter.onReasoning(delta));
    }

    @Override
    public synchronized void onWait(CallWait begun) {
        wait = begun;
        waiters.forEach(waiter -> waiter.onWait(begun));
    }

    @Override
    public synchronized void onWaitOver() {
        wait = null;
        waiters.forEach(Waiter::onWaitOver);
    }
}
