package dev.assay.cli.dataset;

import dev.assay.cli.session.PromptArgument;
import dev.assay.exchange.Format;
import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.PromptFields;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.columns.CasePreview;
import dev.assay.exchange.table.columns.ColumnArguments;
import dev.assay.exchange.table.columns.ColumnGuess;
import dev.assay.exchange.table.columns.TablePreview;
import dev.assay.llm.InputException;
import dev.assay.workbench.Workbench;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cases that are about to be imported.
 *
 * @param source where they are read from
 * @param format {@link Format#CSV} or {@link Format#JSONL}
 * @param head how they begin
 * @param options what becomes of the columns
 */
record CaseSource(ImportSource source, Format format, TablePreview head, ImportOptions options) {

    /**
     * Looks at a file.
     *
     * @param shown how messages name it
     * @param most how many rows are read ahead
     */
    static CaseSource of(Workbench workbench, Path path, String shown, ColumnOptions columns, int most) {
        ImportSource source = workbench.exchange().read(path, shown);
        if (source.head().isBlank()) {
            throw new InputException(shown + " is empty");
        }
        Format format = format(source, shown);
        if (format == Format.JSONL && columns.separator().isPresent()) {
            throw new InputException("--delimiter is for tables, and " + shown + " holds lines of JSON: leave it out");
        }
        TablePreview head = format == Format.JSONL
                ? TablePreview.ofLines(source, most)
                : TablePreview.of(source, columns.separator(), most);
        return new CaseSource(source, format, head, options(workbench, head, columns));
    }

    private static Format format(ImportSource source, String shown) {
        String name = shown.toLowerCase(Locale.ROOT);
        boolean lines = name.endsWith(".jsonl")
                || name.endsWith(".ndjson")
                || source.head().stripLeading().startsWith("{");
        return lines ? Format.JSONL : Format.CSV;
    }

    private static ImportOptions options(Workbench workbench, TablePreview head, ColumnOptions columns) {
        PromptFields fields = columns.prompt()
                .map(prompt -> workbench.exchange().fields(PromptArgument.parse(prompt)))
                .orElse(PromptFields.NONE);
        ColumnMapping mapping =
                columns.prompt().isPresent() ? ColumnGuess.of(head.header(), fields.names()) : ColumnMapping.AS_IT_IS;
        return fields.options(ColumnArguments.read(mapping, head.header(), columns.map()), columns.separator());
    }

    /** What would be written, under the name of the file or another one. */
    ImportResult plan(Workbench workbench, @Nullable String name) {
        return workbench.exchange().plan(format, name == null ? source : source.named(name), options);
    }

    /** The first cases as they would be. */
    CasePreview preview() {
        return CasePreview.of(head, options);
    }
}
