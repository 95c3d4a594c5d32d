package dev.assay.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.SourceLocation;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads lists of models; the head of each says what its columns are. */
final class ModelFile {
    private ModelFile() {}

    /** What a list that comes with Assay says of each model and its aliases. */
    static <T> Map<ModelId, T> read(String name, Function<Row, T> reader) {
        var found = new HashMap<ModelId, T>();
        for (Row row : shipped(name)) {
            T value = reader.apply(row);
            found.put(row.id(row.text("model")), value);
            row.aliases().forEach(alias -> found.putIfAbsent(row.id(alias), value));
        }
        return found;
    }

    /** The rows of a list that comes with Assay. */
    static List<Row> shipped(String name) {
        try (InputStream in = Objects.requireNonNull(ModelFile.class.getResourceAsStream(name));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return rows(name, text);
        } catch (IOException e) {
            throw new StorageException(
                    "The list " + name + " that comes with Assay cannot be read: " + e.getMessage(), e);
        }
    }

    /** The rows of a list; {@code file} is how messages call it. */
    static List<Row> rows(String file, Reader text) throws IOException {
        CsvSchema withHeader = CsvSchema.emptySchema().withHeader().withComments();
        try (MappingIterator<Map<String, String>> lines = CsvMapper.builder()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build()
                .readerForMapOf(String.class)
                .with(withHeader)
                .readValues(text)) {
            var rows = new ArrayList<Row>();
            while (lines.hasNextValue()) {
                int line = lines.getCurrentLocation().getLineNr();
                rows.add(new Row(file, line, lines.nextValue()));
            }
            return rows;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InputException(
                    new SourceLocation(file, Math.max(1, line), 1), "this is not CSV: " + e.getOriginalMessage());
        }
    }

    /** One line of a list. */
    record Row(String file, int line, Map<String, String> columns) {
        String text(String column) {
            return Objects.requireNonNullElse(columns.get(column), "");
        }

        ModelId id(String model) {
            return new ModelId(text("provider"), model);
        }

        List<String> aliases() {
            String names = text("aliases");
            return names.isEmpty() ? List.of() : List.of(names.split(" +"));
        }

        InputException error(String message) {
            return new InputException(new SourceLocation(file, line, 1), message);
        }
    }
}
