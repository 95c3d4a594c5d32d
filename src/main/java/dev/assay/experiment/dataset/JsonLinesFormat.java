package dev.assay.experiment.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.experiment.dataset.Cell.Kind;
import dev.assay.experiment.dataset.JsonFields.Field;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. */
record JsonLinesFormat() implements RowFormat {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Parsed parse(String file, String text) {
        List<Row> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        int from = 0;
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            boolean both = text.startsWith("\r\n", end);
            int stop = Math.min(text.length(), end + (both ? 2 : 1));
            if (!text.substring(at, end).isBlank()) {
                rows.add(new Row(text, from, at, end, stop, line));
                JsonFields.of(file, line, text.substring(at, end)).forEach(field -> columns.add(field.name()));
                from = stop;
            }
            at = stop;
        }
        if (rows.isEmpty()) {
            throw new InputException(
                    new SourceLocation(file, 1, 1),
                    "The dataset is empty: give it at least one JSON object, such as {\"question\": \"...\"}");
        }
        return new Parsed(null, List.copyOf(columns), rows, text.substring(from));
    }

    private static List<Field> fields(Row row) {
        return JsonFields.of("", Math.max(1, row.line()), row.raw());
    }

    @Override
    public List<@Nullable Cell> cells(Row row, List<String> columns) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = columns.size() - 1; i >= 0; i--) {
            indexes.put(columns.get(i), i);
        }
        var cells = new @Nullable Cell[columns.size()];
        for (Field field : fields(row)) {
            Integer index = indexes.get(field.name());
            if (index != null) {
                Kind kind = field.text() ? Kind.QUOTED : Kind.JSON;
                cells[index] = new Cell(field.value(), kind, field.from(), field.to());
            }
        }
        return Arrays.asList(cells);
    }

    @Override
    public String set(Row row, List<String> columns, int column, @Nullable String value, boolean json) {
        Cell cell = cells(row, columns).get(column);
        String raw = row.raw();
        if (cell != null) {
            return value == null
                    ? remove(row, columns, column)
                    : raw.substring(0, cell.from()) + written(value, json) + raw.substring(cell.to());
        }
        if (value == null) {
            return raw;
        }
        int close = raw.lastIndexOf('}');
        String before = raw.substring(0, close).stripTrailing();
        boolean first = before.endsWith("{") && fields(row).isEmpty();
        boolean airy = fields(row).isEmpty() || raw.matches("(?s).*?\":\\s.*");
        return before
                + (first ? "" : airy ? ", " : ",")
                + quoted(columns.get(column))
                + (airy ? ": " : ":")
                + written(value, json)
                + raw.substring(before.length());
    }

    @Override
    public String remove(Row row, List<String> columns, int column) {
        List<Field> fields = fields(row);
        String raw = row.raw();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(columns.get(column))) {
                int from = i == 0 ? fields.get(i).nameFrom() : fields.get(i - 1).to();
                int next = i == 0 && fields.size() > 1
                        ? fields.get(1).nameFrom()
                        : fields.get(i).to();
                return raw.substring(0, from) + raw.substring(next);
            }
        }
        return raw;
    }

    @Override
    public String add(Row row, List<String> columns, int column) {
        return row.raw();
    }

    @Override
    public String rename(Row row, List<String> columns, int column, String name) {
        String raw = row.raw();
        return fields(row).stream()
                .filter(field -> field.name().equals(columns.get(column)))
                .findFirst()
                .map(field -> raw.substring(0, field.nameFrom()) + quoted(name) + raw.substring(field.nameTo()))
                .orElse(raw);
    }

    @Override
    public String make(List<String> columns, List<? extends @Nullable String> values, boolean[] json) {
        var line = new StringBuilder("{");
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
                line.append(line.length() == 1 ? "" : ", ")
                        .append(quoted(columns.get(i)))
                        .append(": ")
                        .append(written(value, json[i]));
            }
        }
        return line.append('}').toString();
    }

    /** A text that is meant as a value of JSON and is none stays a text, so that nothing typed is lost. */
    private static String written(String value, boolean json) {
        if (json) {
            try {
                JsonNode node = JSON.readTree(value);
                if (node != null && !node.isMissingNode() && !node.isTextual()) {
                    return value.indexOf('\n') < 0 && value.indexOf('\r') < 0
                            ? value.strip()
                            : JSON.writeValueAsString(node);
                }
            } catch (JsonProcessingException e) {
                return quoted(value);
            }
        }
        return quoted(value);
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("A text is always writable", e);
        }
    }
}
