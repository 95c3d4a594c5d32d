package dev.assay.ui.exchange.imports;

import dev.assay.exchange.source.Progress;
import dev.assay.llm.CancelledException;
import dev.assay.ui.fx.Tasks;
import javafx.beans.property.DoubleProperty;

/** Shows how far one piece of work is and stops it where it is no longer wanted. */
final class Watch implements Progress {
    private static final double STEP = 0.01;

    private final Tasks tasks;
    private final DoubleProperty shown;
    private volatile boolean stopped;
    private double told;

    /** @param shown is set on the FX thread, from 0 to 1 */
    Watch(Tasks tasks, DoubleProperty shown) {
        this.tasks = tasks;
        this.shown = shown;
    }

    @Override
    public void at(double part) {
        if (stopped) {
            throw new CancelledException("Stopped");
        }
        // Smaller steps nobody sees; going back means that another pass begins.
        if (part < told || part - told >= STEP) {
            told = part;
            tasks.show(() -> {
                if (!stopped) {
                    shown.set(part);
                }
            });
        }
    }

    void stop() {
        stopped = true;
    }

    /** Lets the work be begun again. */
    void resume() {
        stopped = false;
        told = 0;
    }

    boolean isStopped() {
        return stopped;
    }
}
