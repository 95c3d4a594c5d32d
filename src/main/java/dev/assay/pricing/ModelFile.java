package dev.assay.pricing;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads the lists of models that come with Assay; the head of each says what its columns are. */
final class ModelFile {
    private ModelFile() {}

    /** What a list says of each model and its aliases. */
    static <T> Map<ModelId, T> read(String name, Function<Row, T> reader) {
        try (InputStream in = Objects.requireNonNull(ModelFile.class.getResourceAsStream(name))) {
            return read(in, reader);
        } catch (IOException e) {
            throw new StorageException(
                    "The list " + name + " that comes with Assay cannot be read: " + e.getMessage(), e);
        }
    }

    private static <T> Map<ModelId, T> read(InputStream in, Function<Row, T> reader) throws IOException {
        var found = new HashMap<ModelId, T>();
        CsvSchema withHeader = CsvSchema.emptySchema().withHeader().withComments();
        try (MappingIterator<Map<String, String>> rows = CsvMapper.builder()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .build()
                .readerForMapOf(String.class)
                .with(withHeader)
                .readValues(in)) {
            while (rows.hasNext()) {
                var row = new Row(rows.next());
                T value = reader.apply(row);
                found.put(row.id(row.text("model")), value);
                for (String alias : row.text("aliases").split(" ")) {
                    if (!alias.isEmpty()) {
                        found.putIfAbsent(row.id(alias), value);
                    }
                }
            }
        }
        return found;
    }

    /** One line of a list. */
    record Row(Map<String, String> columns) {
        String text(String column) {
            return columns.getOrDefault(column, "");
        }

        ModelId id(String model) {
            return new ModelId(text("provider"), model);
        }
    }
}
