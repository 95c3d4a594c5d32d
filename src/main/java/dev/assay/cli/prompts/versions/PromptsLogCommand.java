package dev.assay.cli.prompts.versions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.llm.InputException;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.log.LogEntry;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts log}: the commits that changed a prompt. */
@Command(name = "log", description = "The commits that changed a prompt, newest first, across renames.")
public final class PromptsLogCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "PROMPT", description = "A prompt, also a deleted one.")
    private String prompt = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: all.")
    private int limit = Integer.MAX_VALUE;

    public PromptsLogCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (limit < 1) {
            throw new InputException("--limit is " + limit + " but must be 1 or more");
        }
        try (var workbench = session.openWorkbench()) {
            String name = PromptArgument.name(prompt);
            List<LogEntry> entries = entries(workbench.registry(), name);
            session.print(
                    json(name, entries), entries.isEmpty() ? List.of(name + " is not committed yet") : text(entries));
        }
    }

    private List<LogEntry> entries(PromptRegistry registry, String name) {
        WorkspacePaths.ofPrompt(name);
        List<LogEntry> entries = registry.history().first(name, limit);
        if (entries.isEmpty()) {
            // Tells a prompt that is not committed yet from one that never was.
            registry.log(name);
        }
        return entries;
    }

    private static List<String> text(List<LogEntry> entries) {
        var table = new TextTable()
                .column("commit", Side.LEFT)
                .column("time", Side.LEFT)
                .column("author", Side.LEFT)
                .column("message", Side.LEFT);
        entries.forEach(entry -> table.row(List.of(
                entry.revision().shortId(),
                Figures.localTime(entry.revision().time()),
                Printable.of(entry.revision().author()),
                Printable.of(entry.revision().subject()) + renamed(entry) + evidence(entry))));
        return table.lines();
    }

    private static String renamed(LogEntry entry) {
        String earlier = entry.renamedFrom();
        return earlier == null ? "" : " (renamed from " + Printable.of(name(earlier)) + ")";
    }

    private static String evidence(LogEntry entry) {
        return Trailers.parse(entry.revision().message())
                .map(PromptsLogCommand::figures)
                .map(Printable::of)
                .orElse("");
    }

    private static String figures(Evidence evidence) {
        return evidence.scores().stream()
                .map(score -> score.metric()
                        + " %.2f".formatted(score.mean())
                        + evidence.difference(score.metric())
                                .map(difference -> " " + difference.figure())
                                .orElse(""))
                .collect(Collectors.joining(", ", "  [", "]"));
    }

    private static ObjectNode json(String name, List<LogEntry> entries) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name);
        ArrayNode array = document.putArray("revisions");
        entries.forEach(entry -> array.add(RevisionJson.of(entry.revision())
                .put("name", name(entry.path()))
                .put("renamedFrom", nameOrNull(entry.renamedFrom()))));
        return document;
    }

    private static @Nullable String nameOrNull(@Nullable String path) {
        return path == null ? null : name(path);
    }

    /** A file that a commit made a prompt by renaming it may have had any path. */
    private static String name(String path) {
        return WorkspacePaths.isPrompt(path) ? WorkspacePaths.nameOf(path) : path;
    }
}
