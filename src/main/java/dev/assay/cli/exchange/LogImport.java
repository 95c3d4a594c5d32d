package dev.assay.cli.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.cli.session.Terminal;
import dev.assay.exchange.log.LogFile;
import dev.assay.history.metrics.CallQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes the calls of a plain log into the history, where {@code assay metrics} and the window count them. */
final class LogImport implements LogFile.Progress {
    private static final int STEPS = 10;
    private static final String CLEAR_LINE = "\r\033[K";

    private final Session session;
    private final Terminal terminal;
    private long step;

    LogImport(Session session) {
        this.session = session;
        this.terminal = session.terminal();
    }

    void run(String file, boolean dryRun) {
        try (var workbench = session.openWorkbench()) {
            LogFile.Result result = LogFile.read(
                    session.path(file),
                    calls -> dryRun ? 0 : workbench.history().addLogged(calls),
                    this);
            if (terminal.live()) {
                terminal.err().print(CLEAR_LINE);
                terminal.err().flush();
            }
            if (!dryRun) {
                // Adds up the days now, so that the first question is as quick as all later ones.
                workbench.history().metrics(CallQuery.ALL);
            }
            session.print(json(result, dryRun), text(file, result, dryRun));
        }
    }

    @Override
    public void reached(long bytes, long of, long calls) {
        long now = of == 0 ? STEPS : bytes * STEPS / of;
        String line = String.format(Locale.ROOT, "%d%%, %,d calls", of == 0 ? 100 : 100 * bytes / of, calls);
        if (terminal.live()) {
            terminal.err().print(CLEAR_LINE + line);
            terminal.err().flush();
        } else if (now > step) {
            terminal.note(line);
        }
        step = now;
    }

    private static List<String> text(String file, LogFile.Result result, boolean dryRun) {
        var lines = new ArrayList<String>();
        long known = result.read() - result.added();
        lines.add(
                dryRun
                        ? String.format(Locale.ROOT, "Would import %,d calls from %s", result.read(), file)
                        : String.format(Locale.ROOT, "Imported %,d calls from %s", result.added(), file)
                                + (known == 0 ? "" : String.format(Locale.ROOT, "; %,d were there already", known)));
        if (result.rejected() > 0) {
            lines.add(String.format(Locale.ROOT, "%,d lines are no calls and were left out:", result.rejected()));
            result.reasons().forEach(one -> lines.add("  line " + one.line() + ": " + one.reason()));
            if (result.rejected() > result.reasons().size()) {
                lines.add("  and more");
            }
        }
        return lines;
    }

    private static ObjectNode json(LogFile.Result result, boolean dryRun) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", "log");
        document.put("dryRun", dryRun);
        document.put("read", result.read());
        document.put("imported", result.added());
        document.put("rejected", result.rejected());
        var reasons = document.putArray("reasons");
        result.reasons()
                .forEach(one -> reasons.addObject().put("line", one.line()).put("reason", one.reason()));
        return document;
    }
}
