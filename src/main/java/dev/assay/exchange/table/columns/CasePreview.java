package dev.assay.exchange.table.columns;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.table.Columns;
import dev.assay.prompt.inputs.InputFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first cases that an import would make, with what of them does not fit the prompt.
 *
 * @param names the names of the columns that are kept
 * @param rows the values of each case in the order of the names
 */
public record CasePreview(List<String> names, List<List<Value>> rows) {

    /** No cases. */
    public static final CasePreview NONE = new CasePreview(List.of(), List.of());

    public CasePreview {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * A value of a case.
     *
     * @param text as the source has it; empty where the row is too short
     * @param fault why it does not have the type that the prompt declares; empty where it fits
     */
    public record Value(String text, String fault) {}

    /** What becomes of the first rows. */
    public static CasePreview of(TablePreview table, ImportOptions options) {
        Columns columns = Columns.of(table.header(), options.mapping(), new Report.Builder());
        return new CasePreview(
                columns.names(),
                table.rows().stream().map(row -> values(row, columns, options)).toList());
    }

    private static List<Value> values(List<String> row, Columns columns, ImportOptions options) {
        Map<String, Object> named = columns.named(row);
        Map<String, String> faults = new LinkedHashMap<>();
        for (InputFault fault : options.types().faults(options.types().read(named))) {
            faults.putIfAbsent(fault.input(), fault.toString());
        }
        List<Value> values = new ArrayList<>();
        for (String name : columns.names()) {
            values.add(new Value(String.valueOf(named.getOrDefault(name, "")), faults.getOrDefault(name, "")));
        }
        return List.copyOf(values);
    }
}
