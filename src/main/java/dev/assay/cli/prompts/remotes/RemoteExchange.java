package dev.assay.cli.prompts.remotes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.CtrlC;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.registry.remote.RefChange;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import java.time.InstantSource;
import java.util.List;

/** One exchange with a remote from the terminal: Ctrl-C stops it, progress is shown, and what changed is told. */
final class RemoteExchange {
    private RemoteExchange() {}

    /** What to do with a remote. */
    @FunctionalInterface
    interface Work<T> {
        T run(CredentialPrompt prompt, Progress progress);
    }

    static <T> T run(Session session, Work<T> work) {
        var progress =
                new TerminalProgress(session.terminal(), session.options().json(), InstantSource.system());
        try (var ctrlC = new CtrlC()) {
            return work.run(ConsolePrompt.of(session.terminal(), progress::clear), progress);
        } finally {
            progress.clear();
        }
    }

    static void add(List<RefChange> changes, String key, ObjectNode document, List<String> lines) {
        var array = document.putArray(key);
        for (RefChange change : changes) {
            String kind = Figures.lowerCase(change.kind());
            array.addObject().put("name", change.name()).put("kind", kind);
            lines.add("%-8s %s".formatted(kind, Printable.of(change.name())));
        }
    }
}
