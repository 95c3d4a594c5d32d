package dev.assay.experiment.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A case that is to become a row of a dataset.
 *
 * @param inputs its values by name
 * @param expected its golden answer, or null
 * @param tags the user's words for it
 */
public record NewCase(Map<String, Object> inputs, @Nullable String expected, List<String> tags) {
    /** The column of golden answers. */
    public static final String EXPECTED = "expected";

    private static final String TAGS = "__tags";
    private static final JsonMapper JSON = new JsonMapper();

    public NewCase {
        inputs = new LinkedHashMap<>(inputs);
        tags = List.copyOf(tags);
    }

    /** The row, from 0, that has these inputs already; empty where none has. */
    public OptionalInt in(DatasetDocument document) {
        return IntStream.range(0, document.size())
                .filter(row -> hasInputs(document, row))
                .findFirst();
    }

    /** Whether a row has these inputs, and no other value where an input is. */
    public boolean hasInputs(DatasetDocument document, int row) {
        List<String> columns = document.columns();
        return inputs.entrySet().stream().allMatch(input -> {
            int column = columns.indexOf(input.getKey());
            return column >= 0 && text(input.getValue()).equals(document.value(row, column));
        });
    }

    /** Puts it after the last row, with columns for what had none; one step for undo. */
    public void addTo(DatasetDocument document) {
        Map<String, Object> values = new LinkedHashMap<>(inputs);
        if (expected != null) {
            values.put(EXPECTED, expected);
        }
        if (!tags.isEmpty()) {
            values.put(TAGS, String.join(",", tags));
        }
        document.together(() -> {
            values.keySet().forEach(name -> column(document, name));
            List<@Nullable String> row = new ArrayList<>();
            boolean[] json = new boolean[document.columns().size()];
            for (int i = 0; i < json.length; i++) {
                Object value = values.get(document.columns().get(i));
                json[i] = value != null && !(value instanceof String);
                row.add(value == null ? (document.isJson() ? null : "") : text(value));
            }
            document.insert(document.size(), List.of(row), json);
        });
    }

    /** Gives a row a golden answer, in a column that is made where there is none. */
    public static void golden(DatasetDocument document, int row, String answer) {
        document.together(() -> document.set(row, column(document, EXPECTED), answer, false));
    }

    private static int column(DatasetDocument document, String name) {
        if (!document.columns().contains(name)) {
            document.addColumn(document.columns().size(), name);
        }
        return document.columns().indexOf(name);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
