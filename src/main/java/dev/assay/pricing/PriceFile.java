package dev.assay.pricing;

import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads price lists; see the head of {@code prices.csv} for the columns. */
final class PriceFile {

    private PriceFile() {}

    static Map<ModelId, ListPrice> readStandard() {
        return ModelFile.read("prices.csv", PriceFile::price);
    }

    private static ListPrice price(ModelFile.Row row) {
        var base = new Price(
                required(row, "input"), required(row, "output"), money(row, "cached_input"), money(row, "cache_write"));
        if (row.text("long_from").isEmpty()) {
            return new ListPrice(base, 0, null);
        }
        var above = new Price(
                required(row, "long_input"), required(row, "long_output"), money(row, "long_cached_input"), null);
        return new ListPrice(base, Long.parseLong(row.text("long_from")), above);
    }

    private static BigDecimal required(ModelFile.Row row, String column) {
        return new BigDecimal(row.text(column));
    }

    private static @Nullable BigDecimal money(ModelFile.Row row, String column) {
        String value = row.text(column);
        return value.isEmpty() ? null : new BigDecimal(value);
    }
}
