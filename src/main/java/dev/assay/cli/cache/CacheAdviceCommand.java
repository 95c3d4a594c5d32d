package dev.assay.cli.cache;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.history.search.CallFilter;
import dev.assay.workbench.caching.Asked;
import dev.assay.workbench.caching.CacheAdvice;
import dev.assay.workbench.caching.CacheAdvisor;
import dev.assay.workbench.caching.Repeats;
import dev.assay.workbench.caching.SharedBeginning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay cache advice}: what caches would have saved. */
@Command(
        name = "advice",
        description = {
            "What the caches of providers, and our own, would have saved on calls whose texts are kept: prompts that begin"
                    + " alike, and calls that were made again. WORDS as for assay history list:",
            "  assay cache advice since:30d prompt:support/*",
            "Calls, tokens read and costs of repeats are measured; tokens marked ~ and savings are estimates, as if each"
                    + " beginning were kept for five minutes after its last call."
        })
final class CacheAdviceCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "Which calls. Default: all.")
    private List<String> words = List.of();

    CacheAdviceCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        CallFilter filter = CallFilter.parse(String.join(" ", words), Instant.now());
        try (var workbench = session.openWorkbench()) {
            var advisor = new CacheAdvisor(workbench.providerSetup().all(), workbench.prices(), workbench.tokens());
            CacheAdvice advice = advisor.of(workbench.history().calls(), filter);
            session.print(json(advice), lines(advice));
        }
    }

    private static ObjectNode json(CacheAdvice advice) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("calls", advice.calls())
                .put("olderLeftOut", advice.older());
        ArrayNode beginnings = document.putArray("beginnings");
        for (SharedBeginning one : advice.beginnings()) {
            asked(beginnings.addObject(), one.asked())
                    .put("calls", one.calls())
                    .put("inTime", one.inTime())
                    .put("tokens", one.tokens())
                    .put("exact", one.exact())
                    .put("readTokens", one.readTokens())
                    .put("estimatedSavingUsd", one.savedUsd())
                    .put("hint", one.caching().hint());
        }
        ArrayNode repeats = document.putArray("repeats");
        for (Repeats one : advice.repeats()) {
            asked(repeats.addObject(), one.asked()).put("calls", one.calls()).put("costUsd", one.usd());
        }
        return document;
    }

    private static ObjectNode asked(ObjectNode node, Asked asked) {
        return node.put("operation", Figures.lowerCase(asked.operation()))
                .put("prompt", asked.prompt())
                .put("model", asked.model().toString());
    }

    private static List<String> lines(CacheAdvice advice) {
        List<String> lines = new ArrayList<>();
        lines.add(advice.calls() + " calls with their texts were looked at"
                + (advice.older() ? ", older ones were not" : ""));
        lines.add("");
        lines.addAll(
                advice.beginnings().isEmpty()
                        ? List.of("No prompt begins alike for as long as a provider asks for")
                        : beginnings(advice.beginnings()));
        if (!advice.repeats().isEmpty()) {
            lines.add("");
            lines.add("Made again although the answer was known, which --cache saves:");
            lines.addAll(repeats(advice.repeats()));
        }
        return lines;
    }

    private static List<String> beginnings(List<SharedBeginning> all) {
        var table = new TextTable()
                .column("prompt", Side.LEFT)
                .column("for", Side.LEFT)
                .column("model", Side.LEFT)
                .column("begin alike", Side.RIGHT)
                .column("in time", Side.RIGHT)
                .column("tokens", Side.RIGHT)
                .column("read", Side.RIGHT)
                .column("would save", Side.RIGHT);
        for (SharedBeginning one : all) {
            table.row(List.of(
                    named(one.asked()),
                    Figures.lowerCase(one.asked().operation()),
                    one.asked().model().toString(),
                    Integer.toString(one.calls()),
                    Integer.toString(one.inTime()),
                    (one.exact() ? "" : "~") + Figures.tokens((long) one.tokens()),
                    Figures.tokens(one.readTokens()),
                    saving(one)));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        all.stream()
                .map(one ->
                        one.asked().model().provider() + ": " + one.caching().hint())
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private static String saving(SharedBeginning one) {
        BigDecimal usd = one.savedUsd();
        return usd != null && usd.signum() <= 0 ? "nothing" : (usd == null ? "" : "~") + Figures.dollars(usd);
    }

    private static List<String> repeats(List<Repeats> all) {
        var table = new TextTable()
                .column("prompt", Side.LEFT)
                .column("for", Side.LEFT)
                .column("model", Side.LEFT)
                .column("calls", Side.RIGHT)
                .column("cost", Side.RIGHT);
        all.forEach(one -> table.row(List.of(
                named(one.asked()),
                Figures.lowerCase(one.asked().operation()),
                one.asked().model().toString(),
                Integer.toString(one.calls()),
                Figures.dollars(one.usd()))));
        return table.lines();
    }

    private static String named(Asked asked) {
        return asked.prompt().isEmpty() ? "-" : asked.prompt();
    }
}
