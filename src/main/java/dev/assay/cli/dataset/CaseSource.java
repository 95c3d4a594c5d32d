package dev.assay.cli.dataset;

import dev.assay.cli.session.PromptArgument;
import dev.assay.exchange.Format;
import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.columns.ColumnArguments;
import dev.assay.exchange.table.columns.ColumnGuess;
import dev.assay.exchange.table.columns.TablePreview;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.inputs.TypedInputs;
import dev.assay.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
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
        List<String> inputs = List.of();
        TypedInputs types = TypedInputs.of(Map.of());
        ColumnMapping mapping = ColumnMapping.AS_IT_IS;
        if (columns.prompt().isPresent()) {
            PromptRef ref = PromptArgument.parse(columns.prompt().get());
            inputs = workbench.exchange().inputs(ref);
            types = workbench.template(ref).requireValid().inputs();
            mapping = ColumnGuess.of(head.header(), inputs);
        }
        return new ImportOptions(
                ColumnArguments.read(mapping, head.header(), columns.map()), inputs, types, columns.separator());
    }

    /** What would be written, under the name of the file or another one. */
    ImportResult plan(Workbench workbench, @Nullable String name) {
        return workbench.exchange().plan(format, name == null ? source : source.named(name), options);
    }

    /** The names of the columns that are kept. */
    List<String> kept() {
        return places().mapToObj(this::target).toList();
    }

    /** The first rows, of the columns that are kept. */
    List<List<String>> rows() {
        return head.rows().stream()
                .map(row ->
                        places().mapToObj(i -> i < row.size() ? row.get(i) : "").toList())
                .toList();
    }

    private IntStream places() {
        return IntStream.range(0, head.header().size()).filter(i -> !target(i).isEmpty());
    }

    private String target(int column) {
        String own = head.header().get(column).strip();
        return options.mapping()
                .target(column, own.isEmpty() ? "column" + (column + 1) : own)
                .orElse("");
    }
}
