package dev.assay.exchange.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows of comma, semicolon or tab separated values one after the other, so that a preview stays cheap. */
public final class CsvTable implements AutoCloseable {
    private static final int MOST_COLUMNS = 10_000;

    private final String file;
    private final CsvParser parser;
    private final List<String> header;
    private int line = 1;

    private CsvTable(String file, CsvParser parser) {
        this.file = file;
        this.parser = parser;
        List<String> first = next();
        this.header = first == null ? List.of() : first;
        if (header.size() > MOST_COLUMNS) {
            throw new InputException(
                    new SourceLocation(file, 1, 1),
                    "The header names " + header.size() + " columns, more than the " + MOST_COLUMNS
                            + " that are read: take out what no prompt needs");
        }
    }

    /**
     * Opens a table.
     *
     * @throws InputException where its header is broken
     */
    public static CsvTable open(ImportSource source) {
        return open(source, Optional.empty());
    }

    /** The same with what stands between values, where that is known. */
    public static CsvTable open(ImportSource source, Optional<Character> separator) {
        try {
            CsvParser parser = new CsvFactory().createParser(source.open());
            parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
            parser.setSchema(
                    CsvSchema.emptySchema().withColumnSeparator(separator.orElseGet(() -> separator(source.head()))));
            parser.nextToken();
            return new CsvTable(source.file(), parser);
        } catch (IOException e) {
            throw failed(source.file(), e);
        }
    }

    private static StorageException failed(String file, IOException e) {
        return new StorageException("Cannot read " + file + ": " + e.getMessage(), e);
    }

    /** The names of the columns as written; empty where there is no row at all. */
    public List<String> header() {
        return header;
    }

    /** The line that the row read last begins at. */
    public int line() {
        return line;
    }

    /** The next row that is not an empty line, or null after the last. */
    public @Nullable List<String> next() {
        try {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<String> row = new ArrayList<>();
                int start = 0;
                while (parser.nextToken() == JsonToken.VALUE_STRING) {
                    start = start == 0
                            ? Math.max(1, parser.currentTokenLocation().getLineNr())
                            : start;
                    row.add(parser.getText());
                }
                if (!row.isEmpty() && !(row.size() == 1 && row.getFirst().isBlank())) {
                    line = start;
                    return row;
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            int at =
                    e.getLocation() == null ? line : Math.max(1, e.getLocation().getLineNr());
            throw new InputException(
                    new SourceLocation(file, at, 1), "The row that begins here is broken: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** The separator that the header uses most outside quotes; a comma where there is only one column. */
    private static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == '\n' && i > 0) {
                break;
            }
            int kind = quoted ? -1 : ",;\t".indexOf(c);
            if (kind >= 0) {
                counts[kind]++;
            }
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[most] ? 2 : most);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }
}
