package dev.assay.cli.history;

import dev.assay.cli.session.Session;
import dev.assay.exchange.results.data.CallJson;
import dev.assay.history.CallLog;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.Mark;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay history mark}: says something of a call. */
@Command(
        name = "mark",
        description = "Stars a call, tags it, notes something of it. A starred call is kept when others go.")
final class HistoryMarkCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "CALL", description = "The call's id, or the beginning of it.")
    private String call = "";

    @Option(names = "--star", negatable = true, description = "Star it, or with --no-star no longer.")
    private @Nullable Boolean star;

    @Option(names = "--tag", paramLabel = "TAG", description = "Add a tag; may be given many times.")
    private List<String> tags = List.of();

    @Option(names = "--untag", paramLabel = "TAG", description = "Take a tag away.")
    private List<String> untags = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "Note this of it; an empty text takes the note away.")
    private @Nullable String note;

    HistoryMarkCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            CallLog calls = workbench.history().calls();
            CallEntry entry = HistoryShowCommand.find(calls.call(call), call).entry();
            Mark mark = calls.mark(entry.id(), this::changed);
            CallEntry marked = entry.withMark(mark);
            session.print(CallJson.of(marked), List.of(entry.id() + ": " + words(mark)));
        }
    }

    private Mark changed(Mark before) {
        Set<String> all = new LinkedHashSet<>(before.tags());
        all.addAll(tags);
        untags.forEach(all::remove);
        Mark mark = before.withTags(all);
        mark = star == null ? mark : mark.withStar(star);
        return note == null ? mark : mark.withNote(note);
    }

    private static String words(Mark mark) {
        String note = mark.note();
        return (mark.starred() ? "starred" : "not starred")
                + (mark.tags().isEmpty() ? "" : ", tags: " + String.join(" ", mark.tags()))
                + (note == null ? "" : ", note: " + note);
    }
}
