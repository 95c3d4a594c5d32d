package dev.assay.cli.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.Session;
import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.table.Columns;
import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay dataset show}: how a file of cases begins. */
@Command(name = "show", description = "The columns of a dataset and its first cases.")
final class DatasetShowCommand implements Runnable {
    private static final int MOST_COLUMNS = 8;
    private static final int LONGEST = 40;
    private static final JsonMapper JSON = new JsonMapper();

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The dataset: its name, or the path of its file.")
    private String file = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many cases. Default: 20.")
    private int limit = 20;

    DatasetShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (limit < 1) {
            throw new InputException("--limit is " + limit + " but must be 1 or more");
        }
        try (var workbench = session.openWorkbench()) {
            CasesFile cases = CasesFile.open(workbench, file);
            int shown = Math.min(limit, cases.rows().size());
            session.print(json(cases, shown), text(cases, shown));
        }
    }

    private static ObjectNode json(CasesFile file, int shown) {
        DatasetDocument rows = file.rows();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("file", file.shown()).put("cases", rows.size());
        // Two columns of a table may bear the same name, or none: as an import would call them.
        List<String> names = Columns.of(rows.columns(), ColumnMapping.AS_IT_IS, new Report.Builder())
                .names();
        ArrayNode columns = document.putArray("columns");
        names.forEach(columns::add);
        ArrayNode array = document.putArray("rows");
        for (int row = 0; row < shown; row++) {
            ObjectNode values = array.addObject()
                    .put("case", row + 1)
                    .put("line", rows.line(row))
                    .putObject("values");
            for (int column = 0; column < names.size(); column++) {
                String text = rows.value(row, column);
                if (text != null) {
                    values.set(names.get(column), value(text, rows.isJson(row, column)));
                }
            }
        }
        return document;
    }

    /** A number of a file of JSON stays one. */
    private static JsonNode value(String text, boolean json) {
        try {
            return json ? JSON.readTree(text) : JsonNodeFactory.instance.textNode(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The line was read as JSON before", e);
        }
    }

    private static List<String> text(CasesFile file, int shown) {
        DatasetDocument rows = file.rows();
        int columns = Math.min(MOST_COLUMNS, rows.columns().size());
        var table = new TextTable().column("case", Side.RIGHT);
        rows.columns().subList(0, columns).forEach(name -> table.column(cut(name), Side.LEFT));
        for (int row = 0; row < shown; row++) {
            table.row(cells(rows, row, columns));
        }
        var lines = new ArrayList<String>();
        lines.add(Printable.message(
                file.count() + ", " + rows.columns().size() + (rows.columns().size() == 1 ? " column" : " columns")));
        lines.addAll(table.lines());
        more(rows.size() - shown, "case", "cases", "--limit").ifPresent(lines::add);
        more(rows.columns().size() - columns, "column", "columns", "--json").ifPresent(lines::add);
        return lines;
    }

    private static List<String> cells(DatasetDocument rows, int row, int columns) {
        var cells = new ArrayList<String>();
        cells.add(Integer.toString(row + 1));
        IntStream.range(0, columns).forEach(column -> cells.add(cut(rows.value(row, column))));
        return cells;
    }

    private static Optional<String> more(int count, String one, String many, String option) {
        return count <= 0
                ? Optional.empty()
                : Optional.of("and " + count + " more " + (count == 1 ? one : many) + " (" + option + ")");
    }

    /** A value in one line of a table, cut where it is long; a dash where there is none. */
    static String cut(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        if (text.length() <= LONGEST) {
            return Printable.of(text);
        }
        // Never between the two halves of a character.
        int end = LONGEST - 3 - (Character.isHighSurrogate(text.charAt(LONGEST - 4)) ? 1 : 0);
        return Printable.of(text.substring(0, end)) + "...";
    }
}
