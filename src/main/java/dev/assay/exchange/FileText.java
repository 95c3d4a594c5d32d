package dev.assay.exchange;

import dev.assay.exchange.source.SourceText;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file in UTF-8, which may be larger than what fits into memory.
 *
 * @param file where it lies
 * @param shown how messages name it
 */
record FileText(Path file, String shown) implements SourceText {
    /** Settings and prompts are read as a whole. */
    static final long LARGEST_WHOLE = 10L << 20;

    @Override
    public Reader open() {
        try {
            return new Utf8Reader(Files.newInputStream(file), shown);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public String all() {
        if (size() > LARGEST_WHOLE) {
            throw new InputException(shown + " is too large to import: it has " + (size() >> 20) + " MB, at most "
                    + (LARGEST_WHOLE >> 20) + " MB are read in this format");
        }
        var out = new StringWriter();
        try (Reader reader = open()) {
            reader.transferTo(out);
            return out.toString();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StorageException failed(IOException e) {
        return new StorageException("Cannot read " + shown + ": " + e.getMessage(), e);
    }
}
