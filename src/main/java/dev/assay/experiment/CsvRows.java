package dev.assay.experiment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows of comma, semicolon or tab separated values below a header. */
final class CsvRows {
    /** How many values a case may have; no prompt has so many variables. */
    static final int MOST_COLUMNS = 10_000;

    private final Path file;
    private final CsvParser parser;
    private SourceLocation next;

    private CsvRows(Path file, CsvParser parser) {
        this.file = file;
        this.parser = parser;
        this.next = DatasetReader.at(file, 1, 1);
    }

    /** A value and where it begins. */
    private record Value(String text, SourceLocation location) {}

    static List<DatasetReader.Row> read(Path file, String text) {
        try (CsvParser parser = new CsvFactory().createParser(text)) {
            parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(text)));
            parser.nextToken();
            return new CsvRows(file, parser).rows();
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory is always readable", e);
        }
    }

    /** The separator that the header uses most outside quotes; a comma where there is only one column. */
    private static char separator(String text) {
        Map<Character, Integer> counts = new LinkedHashMap<>(Map.of(',', 0));
        boolean quoted = false;
        for (char c : text.stripLeading().toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
                counts.merge(c, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private List<DatasetReader.Row> rows() throws IOException {
        List<Value> header = nextRow();
        if (header == null) {
            return List.of();
        }
        requireNames(header);
        List<DatasetReader.Row> rows = new ArrayList<>();
        for (List<Value> row = nextRow(); row != null; row = nextRow()) {
            requireLength(row, header);
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                values.put(header.get(i).text().strip(), row.get(i).text());
            }
            rows.add(new DatasetReader.Row(values, row.getFirst().location().line()));
        }
        return rows;
    }

    /** The next row that is not an empty line, or null after the last. */
    private @Nullable List<Value> nextRow() throws IOException {
        while (advance() == JsonToken.START_ARRAY) {
            List<Value> row = new ArrayList<>();
            while (advance() == JsonToken.VALUE_STRING) {
                row.add(new Value(parser.getText(), at(parser.currentTokenLocation())));
            }
            boolean emptyLine =
                    row.isEmpty() || (row.size() == 1 && row.getFirst().text().isBlank());
            if (!emptyLine) {
                return row;
            }
        }
        return null;
    }

    private @Nullable JsonToken advance() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            next = at(parser.currentLocation());
            return token;
        } catch (JsonProcessingException e) {
            throw new InputException(next, "The value that begins here is broken: " + e.getOriginalMessage());
        }
    }

    private void requireNames(List<Value> header) {
        if (header.size() > MOST_COLUMNS) {
            throw new InputException(
                    header.getFirst().location(),
                    "The header names " + header.size() + " columns, more than the " + MOST_COLUMNS
                            + " that are read: take out what no prompt needs");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            Value column = header.get(i);
            if (column.text().isBlank()) {
                throw new InputException(
                        column.location(), "Column " + (i + 1) + " has no name: name it or take the column out");
            }
            if (!seen.add(column.text().strip())) {
                throw new InputException(
                        column.location(),
                        "Two columns are named '" + column.text().strip() + "': rename one of them");
            }
        }
    }

    private static void requireLength(List<Value> row, List<Value> header) {
        if (row.size() != header.size()) {
            String many = row.size() > header.size() ? "; a value that holds the separator needs quotes" : "";
            throw new InputException(
                    row.getFirst().location(),
                    "This row has " + row.size() + (row.size() == 1 ? " value" : " values") + " but the header names "
                            + header.size() + many);
        }
    }

    private SourceLocation at(JsonLocation location) {
        return DatasetReader.at(file, location.getLineNr(), Math.max(1, location.getColumnNr()));
    }
}
