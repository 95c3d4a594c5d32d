package dev.assay.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads datasets from CSV and JSONL files in UTF-8. Throws {@link InputException} naming file, line and column. */
public final class DatasetReader {
    /** The column that holds a correct answer instead of an input. */
    public static final String EXPECTED = "expected";

    /** The column of tags: words between commas, or a list. Underscores, as no prompt names a variable so. */
    public static final String TAGS = "__tags";

    /** The column that says which cases belong together, such as by their document. */
    public static final String CLUSTER = "__cluster";

    private static final long LARGEST = 100L << 20;

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private DatasetReader() {}

    /** A row as its file gives it: value by column, and the line that it begins on. */
    record Row(Map<String, Object> values, int line) {}

    /** What of a case makes it another case. */
    private record Content(
            int index,
            Map<String, Object> inputs,
            @Nullable String expected,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String cluster) {}

    /**
     * Reads a dataset; a name that ends in {@code .jsonl} or {@code .ndjson} is read as one JSON object a line, any
     * other as CSV.
     *
     * @param file what to read
     * @param name how the dataset is called
     */
    public static Dataset read(Path file, String name) {
        String text = decode(file);
        if (text.isBlank()) {
            throw new InputException(at(file, 1, 1), "The dataset is empty: give it a header and at least one case");
        }
        String ending = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean jsonLines = ending.endsWith(".jsonl") || ending.endsWith(".ndjson");
        List<Row> rows = jsonLines ? JsonLines.read(file, text) : CsvRows.read(file, text);
        if (rows.isEmpty()) {
            throw new InputException(at(file, 1, 1), "The dataset has no cases below its header: add at least one");
        }
        return dataset(name, rows);
    }

    private static Dataset dataset(String name, List<Row> rows) {
        Set<String> columns = new LinkedHashSet<>();
        List<TestCase> cases = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> inputs = new LinkedHashMap<>(row.values());
            String expected = text(inputs.remove(EXPECTED));
            List<String> tags = tags(inputs.remove(TAGS));
            String cluster = text(inputs.remove(CLUSTER));
            columns.addAll(inputs.keySet());
            cases.add(new TestCase(
                    cases.size(), Collections.unmodifiableMap(inputs), expected, row.line(), tags, cluster));
        }
        return new Dataset(name, List.copyOf(columns), cases, hash(cases));
    }

    private static List<String> tags(@Nullable Object value) {
        Stream<?> words = switch (value) {
            case null -> Stream.of();
            case Collection<?> list -> list.stream();
            default -> Stream.of(value.toString().split(","));
        };
        return words.map(word -> word.toString().strip())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text;
            default -> json(value);
        };
    }

    /** The hash leaves out how the file is written: separators, quoting, line ends and the order of columns. */
    static String hash(List<TestCase> cases) {
        List<Content> contents = cases.stream()
                .map(one -> new Content(one.index(), one.inputs(), one.expected(), one.cluster()))
                .toList();
        try {
            byte[] content = json(contents).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    private static String json(Object value) {
        try {
            return CANONICAL.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Text, numbers, lists and maps are always writable", e);
        }
    }

    private static String decode(Path file) {
        ByteBuffer bytes = ByteBuffer.wrap(bytesOf(file));
        CharBuffer characters = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, characters, true);
        characters.flip();
        String text = characters.toString();
        if (result.isError()) {
            int lineStart = text.lastIndexOf('\n') + 1;
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            throw new InputException(
                    at(file, line, text.length() - lineStart + 1),
                    "The file is not UTF-8 from here on: save it as UTF-8 and try again");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] bytesOf(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException("The dataset " + file + " has " + (Files.size(file) >> 20)
                        + " MB, more than the " + (LARGEST >> 20) + " MB that are read: split it");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException("There is no dataset file " + file);
        } catch (IOException e) {
            throw new StorageException("Cannot read dataset file " + file + ": " + e.getMessage(), e);
        }
    }

    static SourceLocation at(Path file, int line, int column) {
        return new SourceLocation(file.toString(), line, column);
    }
}
