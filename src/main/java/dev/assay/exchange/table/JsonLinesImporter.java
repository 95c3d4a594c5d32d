package dev.assay.exchange.table;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns lines of JSON objects into a dataset. */
public final class JsonLinesImporter implements Importer {

    /** The objects of a file, one a line; blank lines do not count. Places begin with the line. */
    public static List<Value> lines(ImportSource source) {
        List<Value> values = new ArrayList<>();
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Value value = JsonDocument.read(source.file(), lines.get(i), i + 1, "line " + (i + 1) + " ");
                if (!value.isMap()) {
                    throw new InputException(
                            new SourceLocation(source.file(), i + 1, 1), "Each line must be one JSON object");
                }
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            throw new InputException(
                    new SourceLocation(source.file(), 1, 1), "The file has no line with a JSON object");
        }
        return values;
    }

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        var report = new Report.Builder();
        List<Map<String, Object>> rows =
                lines(source).stream().map(Value::plainFields).toList();
        report.converted("", rows.size() + " lines", "a case each");
        return new ImportResult(List.of(), List.of(Rows.dataset(source.name(), rows)), report.build());
    }
}
