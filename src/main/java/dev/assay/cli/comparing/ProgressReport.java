package dev.assay.cli.comparing;

import dev.assay.cli.session.Terminal;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.batch.BatchProgress;
import dev.assay.experiment.batch.BatchSentence;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.llm.CallWait;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Tells how far a run is and what it waits for: one line rewritten in place on a terminal; else a line for every tenth of
 * the run, and one when a longer wait begins.
 */
final class ProgressReport implements RunListener {
    private static final int STEPS = 10;
    private static final long LONG_SECONDS = 2;
    private static final String CLEAR_LINE = "\r\033[K";
    // A line that is too long is cut at the edge: wrapped, it could not be cleared.
    private static final String NO_WRAP = "\033[?7l";
    private static final String WRAP = "\033[?7h";

    private final Terminal terminal;
    private final Map<CellKey, CallWait> waits = new LinkedHashMap<>();
    private final Map<String, BatchProgress> batches = new LinkedHashMap<>();
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
    public synchronized void kept(List<Cell> cells) {
        done = cells.size();
        terminal.note(done + " of them are finished already");
    }

    @Override
    public synchronized void waiting(CellKey key, CallWait wait) {
        boolean first = waits.values().stream().noneMatch(ProgressReport::isLong);
        waits.put(key, wait);
        if (terminal.live()) {
            rewrite();
        } else if (first && isLong(wait)) {
            terminal.note(line());
        }
    }

    @Override
    public synchronized void waitOver(CellKey key) {
        waits.remove(key);
        if (terminal.live()) {
            rewrite();
        }
    }

    @Override
    public synchronized void batch(BatchProgress progress) {
        BatchProgress before = batches.put(progress.id(), progress);
        if (terminal.live()) {
            rewrite();
        } else if (before == null || isNews(before, progress)) {
            terminal.note(sentence(progress));
        }
        if (progress.isOver()) {
            batches.remove(progress.id());
        }
    }

    /** Without a line of its own to rewrite, only what differs is told. */
    private static boolean isNews(BatchProgress before, BatchProgress now) {
        return now.isOver()
                || now.done() * STEPS / now.requests() > before.done() * STEPS / before.requests()
                || !Objects.equals(before.trouble(), now.trouble())
                || before.state() == null;
    }

    private static String sentence(BatchProgress progress) {
        return BatchSentence.of(progress, ZoneId.systemDefault());
    }

    @Override
    public synchronized void cellFinished(Cell cell) {
        int before = done++;
        waits.remove(cell.key());
        if (cell.answer().outcome() instanceof Outcome.Failed) {
            failed++;
        }
        if (terminal.live()) {
            rewrite();
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

    private void rewrite() {
        terminal.err().print(CLEAR_LINE + NO_WRAP + line() + WRAP);
        terminal.err().flush();
        lineOpen = true;
    }

    private String line() {
        return done + " of " + total + " cells done" + (failed == 0 ? "" : ", " + failed + " failed") + waited()
                + sent();
    }

    private String sent() {
        return batches.values().stream()
                .map(progress -> "; " + sentence(progress))
                .collect(Collectors.joining());
    }

    /** How many wait, and what the one waits for that waits longest. */
    private String waited() {
        return waits.values().stream()
                .max(Comparator.comparing(CallWait::seconds))
                .map(wait -> "; " + waits.size() + " waiting" + time(wait) + " for " + wait.reason())
                .orElse("");
    }

    private static String time(CallWait wait) {
        return wait.expected() == null ? "" : " " + wait.seconds() + " s (until " + wait.until(LocalTime.now()) + ")";
    }

    private static boolean isLong(CallWait wait) {
        return wait.seconds() >= LONG_SECONDS;
    }
}
