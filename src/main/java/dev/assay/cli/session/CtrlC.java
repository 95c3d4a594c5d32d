package dev.assay.cli.session;

import java.time.Duration;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While open, Ctrl-C interrupts the thread that opened this instead of ending the process, so that a run can record how
 * it ended. A second Ctrl-C, or a thread that does not heed the first, ends the process at once; the history's file
 * survives that.
 */
public final class CtrlC implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMillis(1500);
    private static final Signal INTERRUPT = new Signal("INT");

    private final Thread worker = Thread.currentThread();
    private final SignalHandler before;
    private volatile boolean pressed;

    public CtrlC() {
        before = Signal.handle(INTERRUPT, signal -> press());
    }

    /** Whether it was pressed. */
    public boolean pressed() {
        return pressed;
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
            worker.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
    }

    /** Gives Ctrl-C its usual meaning back and clears the interrupt, so that closing the history is not cut. */
    @Override
    public void close() {
        Signal.handle(INTERRUPT, before);
        Thread.interrupted();
    }
}
