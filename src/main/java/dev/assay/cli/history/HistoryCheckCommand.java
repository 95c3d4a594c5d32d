package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.Megabytes;
import dev.assay.cli.session.Session;
import dev.assay.history.keeping.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code assay history check}: reads everything. */
@Command(
        name = "check",
        description = "Reads the whole history, to find damage before it is needed, and tells what is in it.")
final class HistoryCheckCommand implements Runnable {
    private final Session session;

    HistoryCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Checked checked = workbench.history().keeper().check();
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("whole", true)
                    .put("bytes", checked.bytes())
                    .put("encrypted", checked.encrypted());
            ObjectNode rows = document.putObject("rows");
            checked.rows().forEach(rows::put);
            var table = new TextTable().column("table", Side.LEFT).column("rows", Side.RIGHT);
            checked.rows().forEach((name, count) -> table.row(List.of(name, String.format(Locale.ROOT, "%,d", count))));
            List<String> lines = new ArrayList<>(table.lines());
            lines.add("");
            lines.add(
                    checked.bytes() == 0
                            ? "The history on the server can be read whole"
                            : "The history is whole: " + Megabytes.of(checked.bytes())
                                    + (checked.encrypted() ? ", encrypted" : ", not encrypted"));
            session.print(document, lines);
        }
    }
}
