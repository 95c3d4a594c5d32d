package dev.assay.ui.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Opens a workspace while its window is still being made. The first who asks gets that one, and later ones, who ask
 * because it failed, one that is opened anew.
 *
 * @param <W> what is opened
 */
final class EarlyOpening<W> implements Function<Consumer<String>, W> {
    private final Function<Consumer<String>, W> opener;
    private final CompletableFuture<Consumer<String>> listener = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final FutureTask<W> first;

    private EarlyOpening(Function<Consumer<String>, W> opener) {
        this.opener = opener;
        // A notice waits for the window that shows it.
        first = new FutureTask<>(() -> opener.apply(notice -> listener.join().accept(notice)));
    }

    /**
     * Begins on a thread of its own.
     *
     * @param opener opens it and tells notices for the user; slow
     */
    static <W> EarlyOpening<W> begin(Function<Consumer<String>, W> opener) {
        var opening = new EarlyOpening<>(opener);
        Thread.ofVirtual().name("opening").start(opening.first);
        return opening;
    }

    /** Waits until it is open. Throws what opening it throws. */
    @Override
    public W apply(Consumer<String> notices) {
        if (!taken.compareAndSet(false, true)) {
            return opener.apply(notices);
        }
        listener.complete(notices);
        try {
            return first.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The window closed before its workspace was open", e);
        }
    }
}
