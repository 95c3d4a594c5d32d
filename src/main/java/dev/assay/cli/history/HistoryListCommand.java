package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.data.CallJson;
import dev.assay.history.CallLog;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage;
import dev.assay.llm.InputException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay history list}: single calls, found by words and fields. */
@Command(
        name = "list",
        aliases = "search",
        description = {
            "Single calls, the newest first. WORDS are looked for in prompts, answers and errors; beside them may stand"
                    + " provider:, model:, prompt:, operation:, error: (or error:any), tag:, is:starred, is:failed,"
                    + " is:cached, since:7d, until:2026-11-27. A star stands for anything, a - leaves out:",
            "  assay history list model:gpt-4* error:any since:7d \"late delivery\" -refund"
        })
final class HistoryListCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "What to look for. Default: everything.")
    private List<String> words = List.of();

    @Option(names = "--view", paramLabel = "NAME", description = "As a saved view says; WORDS narrow it down.")
    private @Nullable String view;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 20.")
    private int limit = 20;

    HistoryListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (limit < 1) {
            throw new InputException("--limit is " + limit + " but must be 1 or more");
        }
        try (var workbench = session.openWorkbench()) {
            CallLog calls = workbench.history().calls();
            CallFilter filter = CallFilter.parse(line(calls), Instant.now());
            CallPage page = calls.page(filter, CallPage.Place.TOP, limit);
            session.print(json(page), page.entries().isEmpty() ? List.of("No call is like that") : text(page));
        }
    }

    private String line(CallLog calls) {
        String typed =
                String.join(" ", words.stream().map(HistoryListCommand::quoted).toList());
        if (view == null) {
            return typed;
        }
        String saved = calls.views().get(view);
        if (saved == null) {
            throw new InputException("There is no view '" + view + "'; there are: "
                    + (calls.views().isEmpty()
                            ? "none yet"
                            : String.join(", ", calls.views().keySet())));
        }
        return saved + " " + typed;
    }

    /** The shell took the quotes off a phrase. */
    private static String quoted(String argument) {
        boolean phrase = argument.contains(" ") && !argument.contains("\"") && !argument.matches("[a-z]+:.*");
        return !phrase
                ? argument
                : argument.startsWith("-") ? "-\"" + argument.substring(1) + "\"" : "\"" + argument + "\"";
    }

    private static ObjectNode json(CallPage page) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("calls");
        page.entries().forEach(entry -> array.add(CallJson.of(entry)));
        return document.put("more", page.next() != null);
    }

    private static List<String> text(CallPage page) {
        var table = new TextTable()
                .column("call", Side.LEFT)
                .column("started", Side.LEFT)
                .column("operation", Side.LEFT)
                .column("model", Side.LEFT)
                .column("prompt", Side.LEFT)
                .column("tokens", Side.RIGHT)
                .column("cost", Side.RIGHT)
                .column("latency", Side.RIGHT)
                .column("ended", Side.LEFT)
                .column("marks", Side.LEFT);
        page.entries().forEach(entry -> table.row(row(entry)));
        return table.lines();
    }

    private static List<String> row(CallEntry entry) {
        CallRecord call = entry.figures();
        String prompt = call.prompt();
        String error = call.error();
        String marks = (entry.mark().starred() ? "* " : "")
                + String.join(" ", entry.mark().tags());
        return List.of(
                entry.id(),
                Figures.localTime(call.startedAt()),
                call.operation(),
                call.provider() + "/" + call.model(),
                prompt == null ? "" : prompt,
                Figures.tokens(call.totalTokens()),
                Figures.dollars(call.costUsd()),
                Figures.millis(call.latencyMs()),
                error == null ? entry.semantic() ? "semantic" : call.cached() ? "cached" : "ok" : error,
                marks.strip());
    }
}
