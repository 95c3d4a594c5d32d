package dev.assay.cli.prices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.pricing.Price;
import dev.assay.pricing.PriceRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the price list as JSON and as a table. */
final class PriceRows {
    private PriceRows() {}

    static ObjectNode json(List<PriceRow> rows, LocalDate today) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("prices");
        for (PriceRow row : rows) {
            ObjectNode node = array.addObject().put("model", row.model().toString());
            node.put("from", text(row.from())).put("to", text(row.to()));
            price(node, row.base());
            if (row.above() != null) {
                price(node.putObject("long_context").put("from_tokens", row.longFrom()), row.above());
            }
            if (row.batch() != null) {
                price(node.putObject("batch"), row.batch());
            }
            node.put("cache_write_1h", row.cacheWriteHour()).put("retires", text(row.retires()));
            node.put("source", row.source()).put("date", text(row.date())).put("own", row.own());
            node.put("stale", row.isStale(today)).put("retired", row.isRetired(today));
            row.aliases().forEach(node.putArray("aliases")::add);
        }
        return document;
    }

    static List<String> text(List<PriceRow> rows, LocalDate today) {
        var table = new TextTable().column("model", Side.LEFT);
        for (String money : List.of("input", "output", "cached", "written")) {
            table.column(money, Side.RIGHT);
        }
        table.column("holds", Side.LEFT).column("as of", Side.LEFT).column("", Side.LEFT);
        rows.forEach(row -> table.row(List.of(
                row.model().toString(),
                dollars(row.base().inputPerMillion()),
                dollars(row.base().outputPerMillion()),
                dollars(row.base().cachedInputPerMillion()),
                dollars(row.base().cacheWritePerMillion()),
                holds(row),
                row.own() ? "own list" : String.valueOf(row.date()),
                remarks(row, today))));
        return table.lines();
    }

    private static String remarks(PriceRow row, LocalDate today) {
        var remarks = new ArrayList<String>();
        Price above = row.above();
        if (above != null) {
            remarks.add("from " + row.longFrom() / 1000 + "k tokens " + dollars(above.inputPerMillion()) + "/"
                    + dollars(above.outputPerMillion()));
        }
        if (row.isRetired(today)) {
            remarks.add("retired " + row.retires());
        } else if (row.retires() != null) {
            remarks.add("retires " + row.retires());
        }
        return String.join("; ", remarks);
    }

    private static String holds(PriceRow row) {
        String from = row.from() == null ? "" : "from " + row.from();
        return row.to() == null ? from : (from + " to " + row.to()).strip();
    }

    private static void price(ObjectNode node, Price price) {
        node.put("input", price.inputPerMillion())
                .put("output", price.outputPerMillion())
                .put("cached_input", price.cachedInputPerMillion())
                .put("cache_write", price.cacheWritePerMillion());
    }

    private static String dollars(@Nullable BigDecimal usd) {
        return usd == null ? "-" : "$" + usd.toPlainString();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
