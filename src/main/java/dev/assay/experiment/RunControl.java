package dev.assay.experiment;

/** Lets the user hold a run: cells under way end, and no other begins until it goes on. Thread-safe. */
public final class RunControl {
    private boolean paused;

    /** Lets no further cell begin. */
    public synchronized void pause() {
        paused = true;
    }

    /** Lets the run go on. */
    public synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    /** Whether the run is held. */
    public synchronized boolean isPaused() {
        return paused;
    }

    synchronized void awaitTurn() throws InterruptedException {
        while (paused) {
            wait();
        }
    }
}
