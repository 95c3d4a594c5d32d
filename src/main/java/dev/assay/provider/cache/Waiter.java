package dev.assay.provider.cache;

import dev.assay.llm.CacheStatus;
import dev.assay.llm.CallWait;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Latency;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One who waits for a shared call. The call hands over what it hears; the waiter's own thread passes it on, so that a
 * slow or failing listener troubles nobody else.
 */
final class Waiter implements ChatListener {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final ChatRequest request;
    private final ChatListener listener;
    private final boolean joined;
    private final long start = System.nanoTime();
    private final StringBuilder heard = new StringBuilder();
    private @Nullable Duration firstText;

    /** Something that the call hands over. */
    sealed interface Event {}

    /** The last of them. */
    sealed interface End extends Event {}

    /** The answer came. */
    record Answered(ChatResponse response) implements End {}

    /** It did not, or there was no more waiting for it. */
    record Failed(RuntimeException reason) implements End {}

    private record Text(String delta) implements Event {}

    private record Reasoning(String delta) implements Event {}

    private record Waiting(CallWait begun) implements Event {}

    private record WaitOver() implements Event {}

    /** @param joined whether another one had begun the call */
    Waiter(ChatRequest request, ChatListener listener, boolean joined) {
        this.request = request;
        this.listener = listener;
        this.joined = joined;
    }

    @Override
    public void onText(String delta) {
        events.add(new Text(delta));
    }

    @Override
    public void onReasoning(String delta) {
        events.add(new Reasoning(delta));
    }

    @Override
    public void onWait(CallWait wait) {
        events.add(new Waiting(wait));
    }

    @Override
    public void onWaitOver() {
        events.add(new WaitOver());
    }

    void ended(End end) {
        events.add(end);
    }

    /** The others wait on: for this one it is over. */
    void abandon() {
        ended(new Failed(new CancelledException(request.model() + ": the call was cancelled", heard.toString())));
    }

    /**
     * Passes on what comes and returns the answer.
     *
     * @param leave is run once where the thread is interrupted or the listener fails; an end follows
     */
    ChatResponse await(Runnable leave) {
        boolean left = false;
        try {
            while (true) {
                try {
                    Event event = events.take();
                    if (event instanceof Answered answered) {
                        return measured(answered.response());
                    }
                    if (event instanceof Failed failed) {
                        throw failed.reason();
                    }
                    if (!left) {
                        pass(event, leave);
                    }
                } catch (InterruptedException e) {
                    if (!left) {
                        left = true;
                        leave.run();
                    }
                }
            }
        } finally {
            events.clear();
        }
    }

    private void pass(Event event, Runnable leave) {
        boolean passed = false;
        try {
            switch (event) {
                case Text text -> heard(text.delta());
                case Reasoning reasoning -> listener.onReasoning(reasoning.delta());
                case Waiting waiting -> listener.onWait(waiting.begun());
                case WaitOver over -> listener.onWaitOver();
                case End end -> throw new IllegalStateException("The end is not passed on");
            }
            passed = true;
        } finally {
            if (!passed) {
                leave.run();
            }
        }
    }

    private void heard(String delta) {
        if (firstText == null) {
            firstText = Duration.ofNanos(System.nanoTime() - start);
        }
        heard.append(delta);
        if (request.stream()) {
            listener.onText(delta);
        }
    }

    /** Who joined may have asked for a stream where the call makes none, and was not there from the beginning. */
    private ChatResponse measured(ChatResponse response) {
        if (!joined) {
            return response;
        }
        if (request.stream() && heard.isEmpty() && !response.text().isEmpty()) {
            listener.onText(response.text());
        }
        Duration total = Duration.ofNanos(System.nanoTime() - start);
        return response.withFailedAttempts(java.util.List.of())
                .withCache(CacheStatus.JOINED)
                .withLatency(new Latency(Duration.ZERO, total, null, firstText));
    }
}
