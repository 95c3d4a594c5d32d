package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Figures;
import dev.assay.cli.session.Session;
import dev.assay.registry.PromptEntry;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay prompts list}: names with their git status. */
@Command(name = "list", description = "All prompts and partials with their git status.")
final class PromptsListCommand implements Runnable {
    private final Session session;

    PromptsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            List<PromptEntry> entries = workbench.registry().list();
            session.print(json(workbench.registry().branch(), entries), text(entries));
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
        return lines.isEmpty() ? List.of("There are no prompts yet: write prompts/NAME.prompt") : lines;
    }
}
