package dev.assay.pricing;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.settings.WholeFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a workspace's own price list; what the user wrote in it, remarks included, stays as it is. */
public final class OwnPrices {
    private static final String HEADER = "provider,model,from,to,input,output,cached_input,cache_write,source,date";

    private OwnPrices() {}

    /**
     * Puts a row at the top, where it goes before all others. The file is made where it is missing.
     *
     * @param file the list
     * @param values the row's values by column; columns that are not named stay empty
     * @throws InputException where a value or the file is wrong; the file is as it was
     * @throws StorageException where the file cannot be written
     */
    public static void put(Path file, Map<String, String> values) {
        PriceFile.read(file);
        try {
            List<String> lines =
                    Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>(List.of(HEADER));
            int header = headerOf(lines);
            lines.add(header + 1, line(file, lines.get(header), values));
            String text = String.join("\n", lines) + "\n";
            PriceFile.parse(file.getFileName().toString(), new StringReader(text));
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static int headerOf(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                return i;
            }
        }
        lines.add(HEADER);
        return lines.size() - 1;
    }

    private static String line(Path file, String header, Map<String, String> values) {
        List<String> columns =
                List.of(header.split(",")).stream().map(String::strip).toList();
        values.forEach((column, value) -> {
            if (value.matches("(?s).*[,\"\\r\\n#].*")) {
                throw new InputException("'" + value + "' cannot stand in a price list: leave out , \" and #");
            }
            if (!columns.contains(column)) {
                throw new InputException(file + " has no column " + column + ": add it to the first line");
            }
        });
        return columns.stream().map(column -> values.getOrDefault(column, "")).collect(Collectors.joining(","));
    }
}
