package dev.assay.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads one JSON object a line; nested values are kept as maps and lists. */
final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLines() {}

    static List<DatasetReader.Row> read(Path file, String text) {
        List<DatasetReader.Row> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(file, i + 1, lines.get(i)));
            }
        }
        return rows;
    }

    private static DatasetReader.Row row(Path file, int line, String text) {
        if (!text.stripLeading().startsWith("{")) {
            throw new InputException(
                    DatasetReader.at(file, line, 1),
                    "Each line must be one JSON object, such as {\"question\": \"...\"}");
        }
        try {
            LinkedHashMap<String, Object> values = JSON.readValue(text, new TypeReference<>() {});
            if (values.size() > CsvRows.MOST_COLUMNS) {
                throw new InputException(
                        DatasetReader.at(file, line, 1),
                        "This line has " + values.size() + " values, more than the " + CsvRows.MOST_COLUMNS
                                + " that are read: take out what no prompt needs");
            }
            return new DatasetReader.Row(values, line);
        } catch (JsonProcessingException e) {
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            throw new InputException(
                    DatasetReader.at(file, line, column),
                    "This line is not a JSON object: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }
}
