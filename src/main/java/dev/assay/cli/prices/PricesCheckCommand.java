package dev.assay.cli.prices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceRow;
import dev.assay.pricing.PriceTable;
import dev.assay.workbench.Workbench;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay prices check}: what is doubtful about the prices of the workspace's models. */
@Command(name = "check", description = "Which models of this workspace have no price, an old one, or are retired.")
final class PricesCheckCommand implements Runnable {
    private final Session session;

    PricesCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            List<String> findings = findings(workbench);
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            ArrayNode array = document.putArray("findings");
            findings.forEach(array::add);
            session.print(
                    document, findings.isEmpty() ? List.of("Every model of this workspace has a price") : findings);
        }
    }

    private static List<String> findings(Workbench workbench) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        PriceTable prices = workbench.prices();
        var findings = new ArrayList<String>();
        for (ModelId model : workbench.models()) {
            PriceRow row = prices.rowOf(model, today).orElse(null);
            if (row == null) {
                findings.add(model + " has no price: assay prices set " + model + " --input USD --output USD");
            } else if (row.isStale(today)) {
                findings.add(model + " has a price of " + row.date() + ", more than " + PriceRow.STALE_AFTER_DAYS
                        + " days old: compare it with the provider's");
            }
        }
        findings.addAll(workbench.retired(workbench.models()));
        return findings;
    }
}
