package dev.assay.cli.comparing;

import dev.assay.cli.session.Terminal;
import dev.assay.experiment.RunListener;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.Run;

/** Tells how far a run is: one line rewritten in place on a terminal, else a line for every tenth of the run. */
final class ProgressReport implements RunListener {
    private static final int STEPS = 10;
    private static final String CLEAR_LINE = "\r\033[K";

    private final Terminal terminal;
    private String runId = "";
    private int total;
    private int done;
    private int failed;
    private boolean lineOpen;

    ProgressReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The id of the run; empty before it began. */
    synchronized String runId() {
        return runId;
    }

    @Override
    public synchronized void started(Run run) {
        runId = run.id();
        total = run.variants().size() * run.cases() * run.repeats();
        terminal.note("Run " + runId + ": " + total + " cells");
    }

    @Override
    public synchronized void cellFinished(Cell cell) {
        int before = done++;
        if (cell.answer().outcome() instanceof Outcome.Failed) {
            failed++;
        }
        if (terminal.live()) {
            terminal.err().print(CLEAR_LINE + line());
            terminal.err().flush();
            lineOpen = true;
        } else if (total > 0 && done * STEPS / total > before * STEPS / total) {
            terminal.note(line());
        }
    }

    /** Clears the line, so that what follows begins on a fresh one. */
    synchronized void end() {
        if (lineOpen) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
            lineOpen = false;
        }
    }

    private String line() {
        return done + " of " + total + " cells done" + (failed == 0 ? "" : ", " + failed + " failed");
    }
}
