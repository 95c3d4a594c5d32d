package dev.assay.cli.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.data.RunJson;
import dev.assay.history.Run;
import dev.assay.llm.InputException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay runs list}: the newest runs. */
@Command(name = "list", description = "The newest runs first.")
final class RunsListCommand implements Runnable {
    private final Session session;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 20.")
    private int limit = 20;

    RunsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (limit < 1) {
            throw new InputException("--limit is " + limit + " but must be 1 or more");
        }
        try (var workbench = session.openWorkbench()) {
            List<Run> runs = workbench.history().runs(limit);
            session.print(
                    json(runs), runs.isEmpty() ? List.of("There are no runs yet (see: assay compare)") : text(runs));
        }
    }

    private static ObjectNode json(List<Run> runs) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("runs");
        runs.forEach(run -> array.add(RunJson.withVariants(run)));
        return document;
    }

    private static List<String> text(List<Run> runs) {
        var table = new TextTable()
                .column("run", Side.LEFT)
                .column("started", Side.LEFT)
                .column("status", Side.LEFT)
                .column("variants", Side.RIGHT)
                .column("cases", Side.RIGHT)
                .column("dataset", Side.LEFT)
                .column("title", Side.LEFT);
        runs.forEach(run -> table.row(List.of(
                run.id(),
                Figures.localTime(run.startedAt()),
                Figures.lowerCase(run.status()),
                Integer.toString(run.variants().size()),
                Integer.toString(run.cases()),
                run.dataset(),
                run.title())));
        return table.lines();
    }
}
