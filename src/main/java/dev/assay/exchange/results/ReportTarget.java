package dev.assay.exchange.results;

import dev.assay.exchange.results.content.RunReport;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.settings.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a report goes.
 *
 * @param format its form
 * @param file in a folder that is there
 */
public record ReportTarget(ReportFormat format, Path file) {

    public ReportTarget {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException("The report cannot be written to " + file + ": there is no folder " + folder);
        }
        if (Files.isDirectory(file)) {
            throw new InputException("The report cannot be written to " + file + ": it is a folder");
        }
        if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            throw new InputException("The report cannot be written to " + file + ": writing there is not allowed");
        }
    }

    /**
     * Reads {@code FILE} or {@code FORMAT:FILE}; what can be known to be wrong is told before the run is paid for.
     *
     * @param path finds the file that an argument names
     * @throws InputException where the form is not told or nothing can be written there
     */
    public static ReportTarget parse(String argument, Function<String, Path> path) {
        int colon = argument.indexOf(':');
        Optional<ReportFormat> named = colon < 0 ? Optional.empty() : ReportFormat.named(argument.substring(0, colon));
        String file = named.isPresent() ? argument.substring(colon + 1) : argument;
        ReportFormat format = named.or(() -> ReportFormat.ofFile(file))
                .orElseThrow(() -> new InputException("The form of the report " + argument
                        + " cannot be told from its ending: write FORMAT:FILE with one of " + ReportFormat.words()));
        if (file.isBlank()) {
            throw new InputException("The report " + argument + " names no file: write FORMAT:FILE");
        }
        return new ReportTarget(format, path.apply(file));
    }

    /** Writes the report in place of what the file holds. */
    public void write(RunReport report) {
        String text = format.text(report);
        if (Files.isRegularFile(file) || !Files.exists(file)) {
            WholeFile.write(file, text);
            return;
        }
        // A pipe or a device is written to, never replaced.
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new StorageException("Cannot write the report to " + file + ": " + e.getMessage(), e);
        }
    }
}
