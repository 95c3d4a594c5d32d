package dev.assay.exchange.table;

import dev.assay.exchange.report.Report;
import dev.assay.prompt.inputs.InputFault;
import dev.assay.prompt.inputs.TypedInputs;
import java.util.Map;

/** Tells by row and column which values do not have the type that a prompt declares; the first ones in full. */
final class CellTypes {
    private static final int MOST_REMARKS = 20;

    private final TypedInputs types;
    private final Report.Builder report;
    private int row;
    private int faults;

    CellTypes(TypedInputs types, Report.Builder report) {
        this.types = types;
        this.report = report;
    }

    /**
     * Looks at the next row.
     *
     * @param line where it begins in the source, from 1
     * @param values by the names that they have afterwards
     */
    void check(int line, Map<String, ?> values) {
        row++;
        for (InputFault fault : types.faults(types.read(values))) {
            if (++faults <= MOST_REMARKS) {
                report.needsHand("line " + line, "row " + row + ", column '" + fault.input() + "'", fault.toString());
            }
        }
    }

    /** After the last row, says how many more there are. */
    void end() {
        if (faults > MOST_REMARKS) {
            report.needsHand("", (faults - MOST_REMARKS) + " more values", "do not have the declared type either");
        }
    }
}
