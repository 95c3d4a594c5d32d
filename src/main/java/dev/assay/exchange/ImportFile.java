package dev.assay.exchange;

import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.SafeName;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files to import, within limits, and the files beside them, never beyond their folder. */
public final class ImportFile {
    private static final long LARGEST_TABLE = 100L << 20;
    private static final long LARGEST = 10L << 20;

    private ImportFile() {}

    /**
     * Reads a file.
     *
     * @param shown how messages name it
     * @throws InputException where it is absent, no file, too large or not UTF-8
     */
    public static ImportSource read(Path file, String shown) {
        String text = text(file, shown);
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        return new ImportSource(shown, text, SafeName.ofFile(shown), new FolderNeighbours(folder));
    }

    static String text(Path file, String shown) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new InputException("There is no file " + shown);
            }
            boolean table = shown.matches("(?i).*\\.(csv|tsv|jsonl|ndjson)");
            long largest = table ? LARGEST_TABLE : LARGEST;
            long size = Files.size(file);
            if (size > largest) {
                throw new InputException(shown + " is too large to import: it has " + (size >> 20) + " MB, at most "
                        + (largest >> 20) + " MB are read");
            }
            return decode(Files.readAllBytes(file), shown);
        } catch (IOException e) {
            throw new StorageException("Cannot read " + shown + ": " + e.getMessage(), e);
        }
    }

    private static String decode(byte[] bytes, String shown) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            throw new InputException(
                    new SourceLocation(shown, line, column),
                    "The file is not UTF-8 from here on: save it as UTF-8 and try again");
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
