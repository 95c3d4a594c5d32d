package dev.assay.cli.prompts.remotes;

import dev.assay.cli.report.Printable;
import dev.assay.cli.session.Terminal;
import dev.assay.registry.remote.transport.Progress;

/** How far an exchange is, on one line of a terminal that is rewritten. */
final class TerminalProgress implements Progress {
    private final Terminal terminal;
    private String shown = "";

    TerminalProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(String task, int done, int total) {
        String line = Printable.of(task) + (total > 0 ? " " + 100L * Math.min(done, total) / total + " %" : "");
        if (terminal.live() && !line.equals(shown)) {
            shown = line;
            terminal.err().print("\r\033[K" + line);
            terminal.err().flush();
        }
    }

    /** Takes the line away. */
    void end() {
        if (!shown.isEmpty()) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }
}
