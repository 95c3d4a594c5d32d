package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.prompts.versions.RevisionJson;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.files.DeletedPrompt;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay prompts list}: names with their git status. */
@Command(name = "list", description = "All prompts and partials with their git status.")
final class PromptsListCommand implements Runnable {
    private final Session session;

    @Option(names = "--deleted", description = "Also those that earlier commits deleted.")
    private boolean deleted;

    PromptsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            List<PromptEntry> entries = workbench.registry().list();
            ObjectNode document = json(workbench.registry().branch(), entries);
            List<String> lines = text(entries);
            if (deleted) {
                addDeleted(document, lines, workbench.registry().files().deleted(Integer.MAX_VALUE));
            }
            session.print(
                    document, lines.isEmpty() ? List.of("There are no prompts yet: write prompts/NAME.prompt") : lines);
        }
    }

    private static ObjectNode json(String branch, List<PromptEntry> entries) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("branch", branch);
        ArrayNode prompts = document.putArray("prompts");
        entries.forEach(entry -> prompts.addObject()
                .put("name", entry.name())
                .put("path", entry.path())
                .put("status", Figures.lowerCase(entry.status()))
                .put("partial", entry.isPartial()));
        return document;
    }

    private static List<String> text(List<PromptEntry> entries) {
        var lines = new ArrayList<String>();
        entries.forEach(entry -> lines.add(entry.status().letter() + " " + entry.name()));
        return lines;
    }

    private static void addDeleted(ObjectNode document, List<String> lines, List<DeletedPrompt> deleted) {
        ArrayNode array = document.putArray("deleted");
        for (DeletedPrompt prompt : deleted) {
            lines.add("x " + Printable.of(prompt.name()) + "  (deleted by "
                    + prompt.deletion().shortId() + ", "
                    + Figures.localTime(prompt.deletion().time()) + ": "
                    + Printable.of(prompt.deletion().subject()) + ")");
            array.addObject()
                    .put("name", prompt.name())
                    .put("revision", prompt.revision())
                    .set("deletion", RevisionJson.of(prompt.deletion()).without("blobId"));
        }
    }
}
