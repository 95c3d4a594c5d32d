package dev.assay.pricing;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads price lists; see the head of the shipped {@code prices.csv} for the columns. */
final class PriceFile {
    private static final long LARGEST = 4 << 20;
    private static final Set<String> COLUMNS =
            Set.of(("provider model from to input output cached_input cache_write cache_write_1h long_from long_input"
                            + " long_output long_cached_input batch_input batch_output retires source date aliases")
                    .split(" "));

    private PriceFile() {}

    static List<PriceRow> readStandard() {
        return ModelFile.shipped("prices.csv").stream()
                .map(row -> price(row, false))
                .toList();
    }

    /** The rows of a workspace's own list; none where there is no such file. */
    static List<PriceRow> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            requireReadable(file);
            return parse(file.getFileName().toString(), new StringReader(Files.readString(file)));
        } catch (CharacterCodingException e) {
            throw new InputException(file + " is not UTF-8 text: save it as UTF-8");
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": check that it is a readable file", e);
        }
    }

    /** The file may come from a stranger's repository: a link there must not read the user's other files. */
    private static void requireReadable(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("").toRealPath();
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder)) {
            throw new InputException(file + " is no ordinary file of the workspace: put a text file in its place");
        }
        if (Files.size(file) > LARGEST) {
            throw new InputException(
                    file + " has more than the " + (LARGEST >> 20) + " MB that a price list may have: shorten it");
        }
    }

    static List<PriceRow> parse(String name, Reader text) throws IOException {
        return ModelFile.rows(name, text).stream().map(row -> price(row, true)).toList();
    }

    private static PriceRow price(ModelFile.Row row, boolean own) {
        requireKnown(row);
        BigDecimal cached = money(row, "cached_input");
        BigDecimal written = money(row, "cache_write");
        var base = new Price(required(row, "input"), required(row, "output"), cached, written);
        boolean tiered = !row.text("long_from").isEmpty();
        boolean batched = !row.text("batch_input").isEmpty();
        return new PriceRow(
                model(row),
                day(row, "from"),
                day(row, "to"),
                base,
                tiered ? required(row, "long_from").longValue() : 0,
                tiered ? tier(row, "long_", money(row, "long_cached_input")) : null,
                batched ? tier(row, "batch_", null) : null,
                money(row, "cache_write_1h"),
                day(row, "retires"),
                row.text("source"),
                day(row, "date"),
                row.aliases(),
                own);
    }

    private static Price tier(ModelFile.Row row, String prefix, @Nullable BigDecimal cached) {
        return new Price(required(row, prefix + "input"), required(row, prefix + "output"), cached, null);
    }

    private static void requireKnown(ModelFile.Row row) {
        for (String column : row.columns().keySet()) {
            if (!COLUMNS.contains(column)) {
                throw row.error(
                        "unknown column '" + column + "': known are " + String.join(", ", new TreeSet<>(COLUMNS)));
            }
        }
    }

    private static ModelId model(ModelFile.Row row) {
        try {
            return row.id(row.text("model"));
        } catch (InputException e) {
            throw row.error("provider '" + row.text("provider") + "' and model '" + row.text("model")
                    + "' name no model: write for example openai,gpt-4o");
        }
    }

    private static BigDecimal required(ModelFile.Row row, String column) {
        BigDecimal amount = money(row, column);
        if (amount == null) {
            throw row.error("column " + column + " is empty: write US dollars per million tokens, 0 for free");
        }
        return amount;
    }

    private static @Nullable BigDecimal money(ModelFile.Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}([.][0-9]{1,12})?")) {
            throw row.error("column " + column + " is '" + text + "' but must be a number such as 0.25");
        }
        return new BigDecimal(text);
    }

    private static @Nullable LocalDate day(ModelFile.Row row, String column) {
        String text = row.text(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw row.error("column " + column + " is '" + text + "' but must be a day such as 2026-09-01");
        }
    }
}
