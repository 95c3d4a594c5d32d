package dev.assay.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay doctor}: what is configured, reachable, missing. */
@Command(
        name = "doctor",
        description = "Checks Java, git, display, history and providers. Exit status 1 where something fails.")
public final class DoctorCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--write-commit-graph",
            description = "Have git write its commit-graph first, which makes long histories quick to read.")
    private boolean writeGraph;

    public DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (writeGraph) {
            try (var workbench = session.openWorkbench()) {
                workbench.registry().history().graph().write(session.environment());
            }
        }
        var checks = new ArrayList<Check>(SystemChecks.run(session.environment()));
        checks.addAll(WorkspaceChecks.run(session));
        session.print(json(checks), text(checks));
        return checks.stream().anyMatch(check -> check.status() == Check.Status.FAIL)
                ? ExitStatus.GATE_FAILED
                : ExitStatus.DONE;
    }

    private static ObjectNode json(List<Check> checks) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("checks");
        checks.forEach(check -> array.addObject()
                .put("name", check.name())
                .put("status", Figures.lowerCase(check.status()))
                .put("detail", check.detail()));
        return document;
    }

    private static List<String> text(List<Check> checks) {
        var table =
                new TextTable().column("", Side.LEFT).column("check", Side.LEFT).column("finding", Side.LEFT);
        checks.forEach(check -> table.row(List.of(
                check.status() == Check.Status.OK ? "ok" : check.status().name(),
                check.name(),
                Printable.message(check.detail()))));
        return table.lines();
    }
}
