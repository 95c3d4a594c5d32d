package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.registry.search.SearchHit;
import dev.assay.registry.search.SearchQuery;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts search}: finds text in names and prompts. */
@Command(name = "search", description = "Finds text in the names and texts of prompts, as they lie on disk.")
final class PromptsSearchCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "TEXT", description = "What to look for, in upper or lower case.")
    private String text = "";

    @Option(names = "--word", description = "Whole words only.")
    private boolean word;

    @Option(names = "--regex", description = "TEXT is a regular expression.")
    private boolean regex;

    @Option(names = "--case", description = "Upper and lower case differ.")
    private boolean matchCase;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many places. Default: 1000.")
    private int limit = 1000;

    PromptsSearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (limit < 1 || limit == Integer.MAX_VALUE) {
            throw new InputException("--limit is " + limit + " but must be 1 or more, and no more than a billion");
        }
        var query = new SearchQuery(text, matchCase, word, regex);
        try (var workbench = session.openWorkbench()) {
            List<SearchHit> hits = workbench.registry().search().find(query, limit + 1);
            boolean more = hits.size() > limit;
            if (more) {
                session.terminal().note("There are more than " + limit + " places: --limit shows more");
            }
            List<SearchHit> shown = hits.subList(0, Math.min(limit, hits.size()));
            session.print(
                    json(shown, more), shown.isEmpty() ? List.of("No prompt has " + Printable.of(text)) : lines(shown));
        }
    }

    private static List<String> lines(List<SearchHit> hits) {
        var table = new TextTable().column("place", Side.LEFT).column("text", Side.LEFT);
        hits.forEach(hit -> table.row(List.of(
                hit.name() + (hit.inName() ? "" : ":" + hit.line() + ":" + hit.column()),
                hit.inName() ? "(its name)" : Printable.of(hit.snippet()))));
        return table.lines();
    }

    private static ObjectNode json(List<SearchHit> hits, boolean more) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("hits");
        hits.forEach(hit -> array.addObject()
                .put("name", hit.name())
                .put("inName", hit.inName())
                .put("line", hit.line())
                .put("column", hit.column())
                .put("snippet", hit.snippet())
                .put("start", hit.start())
                .put("end", hit.end()));
        return document.put("more", more);
    }
}
