package dev.assay.experiment;

/** Lets a run pause and go on: while it is paused no call begins, and those under way end as they would. Thread-safe. */
public final class RunControl {
    private boolean paused;

    /** Begins no further cell until the run is to go on. */
    public synchronized void pause() {
        paused = true;
    }

    /** Goes on after a pause. */
    public synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    /** Waits for the end of a pause. */
    synchronized void awaitGoingOn() throws InterruptedException {
        while (paused) {
            wait();
        }
    }
}
