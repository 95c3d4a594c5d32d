package dev.assay.exchange;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what other tools have written. */
public final class Imports {
    private Imports() {}

    /** The format that a source looks like, or empty. */
    public static Optional<Format> detect(ImportSource source) {
        return FormatDetector.detect(source);
    }

    /** Like {@link #detect}; throws {@link InputException} where the source looks like no format. */
    public static Format require(ImportSource source) {
        return detect(source)
                .orElseThrow(
                        () -> new InputException("The format of " + source.file() + " cannot be told: name it, one of "
                                + Arrays.stream(Format.values()).map(Format::id).collect(Collectors.joining(", "))));
    }

    /**
     * Converts a source. Nothing is written.
     *
     * @throws InputException where it is not of the format; names line and column
     */
    public static ImportResult read(Format format, ImportSource source, ImportOptions options) {
        if (source.head().isBlank()) {
            throw new InputException(source.file() + " is empty");
        }
        return format.importer().read(source, options);
    }
}
