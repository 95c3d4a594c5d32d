package dev.assay.exchange;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.exchange.source.ImportSource;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sample files of each format. */
final class Sample {
    private Sample() {}

    static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Sample.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static ImportSource source(String name) {
        return ImportFile.read(path(name), name);
    }

    static ImportResult read(String name) {
        ImportSource source = source(name);
        return Imports.read(Imports.require(source), source, ImportOptions.DEFAULTS);
    }

    static List<String> of(ImportResult result, Outcome outcome) {
        return result.report().of(outcome).stream().map(ReportEntry::toString).toList();
    }
}
