package dev.assay.cli.runs;

import dev.assay.cli.session.Session;
import dev.assay.exchange.results.ReportFormat;
import dev.assay.exchange.results.content.RunReport;
import dev.assay.llm.InputException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code assay runs export}: a run for other programs. */
@Command(name = "export", description = "A whole run for other programs, on standard output.")
final class RunsExportCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The run's id, the beginning of it, or 'latest'.")
    private String run = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description =
                    "json: one document; jsonl: a line a cell; csv: a row a cell; html: a page with charts; junit:"
                            + " for build servers; markdown: for a comment; promptfoo: its results. Default: json.")
    private ReportFormat format = ReportFormat.JSON;

    RunsExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (session.options().json() && format != ReportFormat.JSON && format != ReportFormat.PROMPTFOO) {
            throw new InputException(
                    "--json asks for one JSON document and --format for " + format.word() + ": give one of them");
        }
        try (var workbench = session.openWorkbench()) {
            var report = new RunReport(workbench.comparison(run), List.of());
            session.terminal().out().print(format.text(report));
            session.terminal().out().flush();
        }
    }

    /** Reads the names that users write. */
    static final class FormatConverter implements ITypeConverter<ReportFormat> {
        @Override
        public ReportFormat convert(String word) {
            return ReportFormat.named(word)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + word + "' is none of " + ReportFormat.words()));
        }
    }
}
