package dev.assay.cli.runs;

import dev.assay.exchange.results.data.CellJson;
import dev.assay.exchange.results.data.ComparisonCsv;
import dev.assay.exchange.results.data.ComparisonJson;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Comparison;
import dev.assay.llm.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay runs export}: a run for other programs. */
@Command(name = "export", description = "A whole run for other programs, on standard output.")
final class RunsExportCommand implements Runnable {
    private final Session session;

    /** The forms of export. */
    enum Format {
        json,
        jsonl,
        csv
    }

    @Parameters(paramLabel = "RUN", description = "The run's id, the beginning of it, or 'latest'.")
    private String run = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json: one document; jsonl: a line a cell; csv: a row a cell. Default: json.")
    private Format format = Format.json;

    RunsExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (session.options().json() && format != Format.json) {
            throw new InputException(
                    "--json asks for one JSON document and --format for " + format + ": give one of them");
        }
        try (var workbench = session.openWorkbench()) {
            Comparison comparison = workbench.comparison(run);
            var out = session.terminal().out();
            switch (format) {
                case json -> out.println(ComparisonJson.of(comparison).toPrettyString());
                case jsonl -> comparison.cells().forEach(cell -> out.println(CellJson.of(comparison.run(), cell)));
                case csv -> out.print(ComparisonCsv.of(comparison));
            }
            out.flush();
        }
    }
}
