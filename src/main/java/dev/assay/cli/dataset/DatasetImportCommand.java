package dev.assay.cli.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.exchange.ReportLines;
import dev.assay.cli.report.Printable;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.Session;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.table.columns.CasePreview;
import dev.assay.llm.InputException;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay dataset import}: a table or lines of JSON become a dataset of the workspace. */
@Command(
        name = "import",
        description = "Cases from CSV, TSV or JSON lines into the workspace; nothing is committed or overwritten.")
final class DatasetImportCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The file, with a header line or one JSON object a line.")
    private String file = "";

    @Option(names = "--to", paramLabel = "NAME", description = "What the dataset is called. Default: as the file.")
    private @Nullable String to;

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Option(names = "--preview", paramLabel = "N", description = "Show the first N cases too.")
    private int preview;

    @Option(names = "--dry-run", description = "Tell what would become of it and write nothing.")
    private boolean dryRun;

    DatasetImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (preview < 0 || preview > 1000) {
            throw new InputException("--preview is " + preview + " but must be from 0 to 1000");
        }
        if (to != null && !WorkspacePaths.isName(to)) {
            throw new InputException("'" + to + "' is not a proper name: write a path such as support/tickets");
        }
        try (var workbench = session.openWorkbench()) {
            CaseSource cases = CaseSource.of(workbench, session.path(file), file, columns, preview);
            ImportResult result = cases.plan(workbench, to);
            refuseTakenName(workbench, result.datasets().getFirst());
            if (!dryRun) {
                workbench.exchange().write(result);
            }
            session.print(json(cases, result), text(cases, result));
        }
    }

    private void refuseTakenName(Workbench workbench, ImportedDataset dataset) {
        // A name that was asked for is not silently another one.
        if (to != null && !dataset.name().equals(to)) {
            String problem = workbench.exchange().problemOf(dataset.named(to));
            throw new InputException(problem + ": choose another one with --to");
        }
    }

    private static String path(ImportedDataset dataset) {
        return "datasets/" + dataset.name() + "." + dataset.ending();
    }

    private List<String> text(CaseSource cases, ImportResult result) {
        ImportedDataset dataset = result.datasets().getFirst();
        List<String> lines = new ArrayList<>();
        lines.add(Printable.message((dryRun ? "Would write " : "Wrote ") + path(dataset) + ", " + dataset.cases()
                + (dataset.cases() == 1 ? " case" : " cases")));
        if (preview > 0) {
            var table = new TextTable();
            CasePreview head = cases.preview();
            head.names().forEach(name -> table.column(DatasetShowCommand.cut(name), Side.LEFT));
            head.rows()
                    .forEach(row -> table.row(row.stream()
                            .map(value -> DatasetShowCommand.cut(value.text()))
                            .toList()));
            lines.addAll(table.lines());
        }
        lines.addAll(ReportLines.of(result.report()));
        return lines;
    }

    private ObjectNode json(CaseSource cases, ImportResult result) {
        ImportedDataset dataset = result.datasets().getFirst();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("dryRun", dryRun).put("file", path(dataset)).put("cases", dataset.cases());
        ArrayNode names = document.putArray("columns");
        CasePreview head = cases.preview();
        head.names().forEach(names::add);
        ArrayNode rows = document.putArray("preview");
        for (List<CasePreview.Value> row : head.rows()) {
            ArrayNode values = rows.addArray();
            row.forEach(value -> values.add(value.text()));
        }
        ReportLines.into(document.putArray("report"), result.report());
        return document;
    }
}
