package dev.assay.cli.prompts.remotes;

import dev.assay.cli.report.Printable;
import dev.assay.cli.session.Terminal;
import dev.assay.registry.remote.transport.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How far an exchange is: one line of a terminal that is rewritten; elsewhere, such as in a build's log, a line now and
 * then that shows it is alive. Thread-safe.
 */
final class TerminalProgress implements Progress {
    private static final int WIDTH = 78;
    private static final Duration BLINK = Duration.ofMillis(50);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final boolean silent;
    private final InstantSource clock;
    private String task = "";
    private String shown = "";
    private Instant last;

    /** @param silent whether nothing is to be shown */
    TerminalProgress(Terminal terminal, boolean silent, InstantSource clock) {
        this.terminal = terminal;
        this.silent = silent;
        this.clock = clock;
        last = clock.instant();
    }

    @Override
    public synchronized void at(String current, int done, int total) {
        if (silent) {
            return;
        }
        boolean turn = !current.equals(task) || (total > 0 && done >= total);
        task = current;
        Instant now = clock.instant();
        Duration pause = terminal.live() ? BLINK : NOW_AND_THEN;
        boolean due = last.plus(pause).isBefore(now);
        if (due || (turn && terminal.live())) {
            last = now;
            show(line(current, done, total));
        }
    }

    private void show(String line) {
        if (!terminal.live()) {
            terminal.note(line);
        } else if (!line.equals(shown)) {
            shown = line;
            terminal.err().print("\r\033[K" + line);
            terminal.err().flush();
        }
    }

    private static String line(String task, int done, int total) {
        String title = Printable.of(task);
        String amount = total > 0
                ? " " + 100L * Math.min(done, total) / total + " % (" + done + " of " + total + ")"
                : done > 0 ? " " + done : "";
        int room = WIDTH - amount.length();
        return (title.length() <= room ? title : title.substring(0, room - 1) + "\u2026") + amount;
    }

    /** Takes the line away, at the end or to make room for a question. */
    synchronized void clear() {
        if (!shown.isEmpty()) {
            shown = "";
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }
}
