package dev.assay.pricing;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads price lists; see the head of {@code prices.csv} for the columns. */
final class PriceFile {

    private PriceFile() {}

    static Map<ModelId, ListPrice> readStandard() {
        try (InputStream in = Objects.requireNonNull(PriceFile.class.getResourceAsStream("prices.csv"))) {
            return read(in);
        } catch (IOException e) {
            throw new StorageException("The price list that comes with Assay cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<ModelId, ListPrice> read(InputStream in) throws IOException {
        var prices = new HashMap<ModelId, ListPrice>();
        CsvSchema withHeader = CsvSchema.emptySchema().withHeader().withComments();
        try (MappingIterator<Map<String, String>> rows = CsvMapper.builder()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .build()
                .readerForMapOf(String.class)
                .with(withHeader)
                .readValues(in)) {
            while (rows.hasNext()) {
                var row = rows.next();
                ListPrice price = price(row);
                prices.put(id(row, text(row, "model")), price);
                for (String alias : text(row, "aliases").split(" ")) {
                    if (!alias.isEmpty()) {
                        prices.putIfAbsent(id(row, alias), price);
                    }
                }
            }
        }
        return prices;
    }

    private static ListPrice price(Map<String, String> row) {
        var base = new Price(
                required(row, "input"), required(row, "output"), money(row, "cached_input"), money(row, "cache_write"));
        if (text(row, "long_from").isEmpty()) {
            return new ListPrice(base, 0, null);
        }
        var above = new Price(
                required(row, "long_input"), required(row, "long_output"), money(row, "long_cached_input"), null);
        return new ListPrice(base, Long.parseLong(text(row, "long_from")), above);
    }

    private static ModelId id(Map<String, String> row, String model) {
        return new ModelId(text(row, "provider"), model);
    }

    private static BigDecimal required(Map<String, String> row, String column) {
        return new BigDecimal(text(row, column));
    }

    private static @Nullable BigDecimal money(Map<String, String> row, String column) {
        String value = text(row, column);
        return value.isEmpty() ? null : new BigDecimal(value);
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
