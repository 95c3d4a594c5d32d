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
import dev.assay.prompt.PromptRef;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.log.BlamedLines;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prompts blame}: who wrote each line. */
@Command(name = "blame", description = "Who wrote each line of a prompt, and when, across renames.")
public final class PromptsBlameCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "PROMPT", description = "A prompt, as it lies on disk.")
    private String prompt = "";

    public PromptsBlameCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            String name = PromptArgument.name(prompt);
            String text = workbench.registry().text(new PromptRef(name, null));
            // As git counts lines: only a line feed ends one.
            List<String> lines = List.of(text.split("\n", -1));
            List<BlamedLines> blamed = workbench.registry().blame(name, text);
            session.print(json(name, blamed, lines), text(blamed, lines));
        }
    }

    private static List<String> text(List<BlamedLines> blamed, List<String> lines) {
        if (blamed.isEmpty()) {
            return List.of("The prompt is empty");
        }
        var table = new TextTable()
                .column("commit", Side.LEFT)
                .column("time", Side.LEFT)
                .column("author", Side.LEFT)
                .column("line", Side.RIGHT)
                .column("text", Side.LEFT);
        for (BlamedLines run : blamed) {
            PromptRevision revision = run.revision();
            for (int line = run.first(); line <= run.last(); line++) {
                String number = Integer.toString(line);
                String content = Printable.of(lines.get(line - 1).stripTrailing());
                table.row(
                        revision == null
                                ? List.of("-", "not committed", "", number, content)
                                : List.of(
                                        revision.shortId(),
                                        Figures.localTime(revision.time()),
                                        Printable.of(revision.author()),
                                        number,
                                        content));
            }
        }
        return table.lines();
    }

    private static ObjectNode json(String name, List<BlamedLines> blamed, List<String> lines) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name);
        ArrayNode runs = document.putArray("blame");
        for (BlamedLines run : blamed) {
            PromptRevision revision = run.revision();
            ObjectNode node = runs.addObject()
                    .put("first", run.first())
                    .put("last", run.last())
                    .put("path", run.path())
                    .put("originalFirst", run.originalFirst());
            node.set(
                    "revision",
                    revision == null
                            ? JsonNodeFactory.instance.nullNode()
                            : RevisionJson.of(revision).without("blobId"));
            ArrayNode texts = node.putArray("lines");
            lines.subList(run.first() - 1, run.last()).forEach(texts::add);
        }
        return document;
    }
}
