package dev.assay.cli.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While open, Ctrl-C and a polite kill interrupt the thread that opened this instead of ending the process, so that a
 * run can record how it ended. A second one, or a thread that does not heed the first, ends the process at once; the history's file
 * survives that.
 */
public final class CtrlC implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMillis(1500);
    private static final List<Signal> SIGNALS = List.of(new Signal("INT"), new Signal("TERM"));

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Signal, SignalHandler> before = new HashMap<>();
    private volatile boolean pressed;

    public CtrlC() {
        SIGNALS.forEach(signal -> before.put(signal, Signal.handle(signal, received -> press())));
    }

    private void press() {
        if (pressed) {
            Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
        }
        pressed = true;
        worker.interrupt();
        Thread.ofPlatform().daemon().start(this::haltAfterGrace);
    }

    private void haltAfterGrace() {
        try {
            if (!closed.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the signals their usual meaning back and clears the interrupt, so that closing the history is not cut. */
    @Override
    public void close() {
        before.forEach(Signal::handle);
        closed.countDown();
        Thread.interrupted();
    }
}
