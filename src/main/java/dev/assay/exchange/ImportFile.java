package dev.assay.exchange;

import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.SafeName;
import dev.assay.llm.InputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files to import, within limits, and the files beside them, never beyond their folder. */
public final class ImportFile {
    private static final long LARGEST_TABLE = 2L << 30;

    private ImportFile() {}

    /**
     * A file as a source; tables are read row by row, so they may be large.
     *
     * @param shown how messages name it
     * @throws InputException where it is absent, no file, or too large
     */
    public static ImportSource read(Path file, String shown) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no file " + shown);
        }
        var text = new FileText(file, shown);
        boolean table = shown.matches("(?i).*\\.(csv|tsv|jsonl|ndjson)");
        long largest = table ? LARGEST_TABLE : FileText.LARGEST_WHOLE;
        if (text.size() > largest) {
            throw new InputException(shown + " is too large to import: it has " + (text.size() >> 20) + " MB, at most "
                    + (largest >> 20) + " MB are read");
        }
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        return new ImportSource(shown, text, SafeName.ofFile(shown), new FolderNeighbours(folder));
    }
}
