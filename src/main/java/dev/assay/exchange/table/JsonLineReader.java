package dev.assay.exchange.table;

import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.llm.StorageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a file of JSON objects, one a line; blank lines do not count. Places begin with the line. */
public final class JsonLineReader {
    private JsonLineReader() {}

    /** Takes an object and writes something of it. */
    @FunctionalInterface
    public interface Writing {
        /** Throws {@link IOException} where it cannot be written. */
        void write(Value value) throws IOException;
    }

    /**
     * Hands on each object, one after the other.
     *
     * @throws InputException where a line is no JSON object, or there is none
     */
    public static void each(ImportSource source, Consumer<Value> consumer) {
        try {
            write(source, consumer::accept);
        } catch (IOException e) {
            throw new StorageException("Cannot read " + source.file() + ": " + e.getMessage(), e);
        }
    }

    /** Like {@link #each}, for what may fail to be written. */
    public static void write(ImportSource source, Writing writing) throws IOException {
        int number = 0;
        int objects = 0;
        try (var reader = new BufferedReader(source.open())) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    objects++;
                    writing.write(object(source, line, number));
                }
            }
        }
        if (objects == 0) {
            throw new InputException(
                    new SourceLocation(source.file(), 1, 1), "The file has no line with a JSON object");
        }
    }

    private static Value object(ImportSource source, String line, int number) {
        Value value = JsonDocument.read(source.file(), line, number, "line " + number + " ");
        if (!value.isMap()) {
            throw new InputException(new SourceLocation(source.file(), number, 1), "Each line must be one JSON object");
        }
        return value;
    }

    /** The names in all lines, in the order in which they come up. */
    static List<String> names(ImportSource source) {
        Set<String> names = new LinkedHashSet<>();
        each(source, value -> names.addAll(value.plainFields().keySet()));
        return List.copyOf(names);
    }

    /** All of them, where they are few. */
    public static List<Value> all(ImportSource source) {
        List<Value> values = new ArrayList<>();
        each(source, values::add);
        return values;
    }
}
