package dev.assay.cli.prices;

import dev.assay.cli.session.Session;
import dev.assay.pricing.PriceRow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prices list}: the price list, the workspace's own rows first. */
@Command(
        name = "list",
        description = "The price list in US dollars per million tokens, the workspace's own rows first.")
final class PricesListCommand implements Runnable {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "FILTER", description = "Only models whose name contains this.")
    private String filter = "";

    PricesListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            String wanted = filter.toLowerCase(Locale.ROOT);
            List<PriceRow> rows = workbench.prices().rows().stream()
                    .filter(row ->
                            row.model().toString().toLowerCase(Locale.ROOT).contains(wanted)
                                    || row.aliases().stream().anyMatch(alias -> alias.contains(wanted)))
                    .toList();
            session.print(PriceRows.json(rows, today), text(rows, today));
        }
    }

    private List<String> text(List<PriceRow> rows, LocalDate today) {
        if (rows.isEmpty()) {
            return List.of("No price is known for '" + filter + "'. Add one: assay prices set PROVIDER/MODEL --input"
                    + " 0.25 --output 1");
        }
        var lines = new ArrayList<>(PriceRows.text(rows, today));
        lines.add("");
        lines.add("US dollars per million tokens. Your own prices go into prices.csv of the workspace.");
        return lines;
    }
}
