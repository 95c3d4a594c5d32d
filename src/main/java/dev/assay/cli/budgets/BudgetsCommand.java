package dev.assay.cli.budgets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.workbench.spending.Spent;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code assay budgets}: what was spent of each. */
@Command(
        name = "budgets",
        description = {
            "What was spent of each budget in budgets.yaml; ends with 1 where one is used up. The file:",
            "  budgets:",
            "    - {per: day, usd: 5}",
            "    - {per: month, usd: 40, warnAt: 0.5}",
            "    - {per: day, usd: 1, model: openai/gpt-4.1}",
            "A run warns from warnAt on (default 0.8), begins no call that could bring it above a budget, and is not"
                    + " begun where one is used up. Days and months are those of UTC."
        })
public final class BudgetsCommand implements Callable<Integer> {
    private final Session session;

    public BudgetsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            List<Spent> all = workbench.spending().all();
            session.print(
                    json(all), all.isEmpty() ? List.of("There is no budget: see assay budgets --help") : lines(all));
            return all.stream().anyMatch(spent -> spent.state() == Spent.State.USED_UP)
                    ? ExitStatus.GATE_FAILED
                    : ExitStatus.DONE;
        }
    }

    private static List<String> lines(List<Spent> all) {
        var table = new TextTable()
                .column("budget", Side.LEFT)
                .column("since", Side.LEFT)
                .column("spent", Side.RIGHT)
                .column("left", Side.RIGHT)
                .column("", Side.RIGHT)
                .column("", Side.LEFT);
        all.forEach(spent -> table.row(List.of(
                spent.limit().toString(),
                spent.since().toString(),
                Figures.dollars(spent.usd()),
                Figures.dollars(spent.left()),
                String.format(Locale.ROOT, "%.0f%%", 100 * spent.share()),
                switch (spent.state()) {
                    case FINE -> "";
                    case NEAR -> "nearly used up";
                    case USED_UP -> "used up";
                })));
        return table.lines();
    }

    private static ObjectNode json(List<Spent> all) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        var budgets = document.putArray("budgets");
        for (Spent spent : all) {
            var model = spent.limit().model();
            budgets.addObject()
                    .put("per", Figures.lowerCase(spent.limit().per()))
                    .put("model", model == null ? null : model.toString())
                    .put("usd", spent.limit().usd())
                    .put("warnAt", spent.limit().warnAt())
                    .put("since", spent.since().toString())
                    .put("spentUsd", spent.usd())
                    .put("leftUsd", spent.left())
                    .put("state", Figures.lowerCase(spent.state()));
        }
        return document;
    }
}
