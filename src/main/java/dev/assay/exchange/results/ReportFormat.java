package dev.assay.exchange.results;

import dev.assay.exchange.results.content.RunReport;
import dev.assay.exchange.results.data.CellJson;
import dev.assay.exchange.results.data.ComparisonCsv;
import dev.assay.exchange.results.data.ComparisonJson;
import dev.assay.exchange.results.junit.JunitXml;
import dev.assay.exchange.results.markdown.MarkdownReport;
import dev.assay.exchange.results.promptfoo.PromptfooResults;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forms in which a run is reported. */
public enum ReportFormat {
    /** One document, the same as on the command line. */
    JSON(List.of("json"), report -> ComparisonJson.of(report).toPrettyString() + "\n"),
    /** One line a cell. */
    JSONL(List.of("jsonl"), ReportFormat::lines),
    /** One row a cell. */
    CSV(List.of("csv"), report -> ComparisonCsv.of(report.comparison())),
    /** For build servers. */
    JUNIT(List.of("xml"), JunitXml::of),
    /** For a comment on a pull request. */
    MARKDOWN(List.of("md", "markdown"), MarkdownReport::of),
    /** In the shape of promptfoo's results. */
    PROMPTFOO(List.of(), report -> PromptfooResults.of(report).toPrettyString() + "\n");

    private final List<String> endings;
    private final Function<RunReport, String> writer;

    ReportFormat(List<String> endings, Function<RunReport, String> writer) {
        this.endings = endings;
        this.writer = writer;
    }

    /** The name that users write: {@code junit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ending of a file of this form, without the dot. */
    public String ending() {
        return endings.isEmpty() ? "json" : endings.getFirst();
    }

    /** The form of that name. */
    public static Optional<ReportFormat> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The form that a file's ending tells. */
    public static Optional<ReportFormat> ofFile(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.contains(ending) && fileName.contains("."))
                .findFirst();
    }

    /** All names with a comma between. */
    public static String words() {
        return Arrays.stream(values()).map(ReportFormat::word).collect(Collectors.joining(", "));
    }

    /** The whole report. */
    public String text(RunReport report) {
        return writer.apply(report);
    }

    private static String lines(RunReport report) {
        return report.comparison().cells().stream()
                .map(cell -> CellJson.of(report.comparison().run(), cell) + "\n")
                .collect(Collectors.joining());
    }
}
