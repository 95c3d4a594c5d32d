package dev.assay.exchange.results.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells of a comparison as CSV (RFC 4180), one row a cell. What is not known is an empty field. */
public final class ComparisonCsv {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final List<String> RESULTS =
            List.of("expected", "output", "finishReason", "errorType", "errorMessage");
    private static final List<String> COUNTS =
            List.of("inputTokens", "outputTokens", "costUsd", "cache", "savedUsd", "latencyMs", "timeToFirstTokenMs");

    private ComparisonCsv() {}

    /** The header and the rows, each ended by CR LF. */
    public static String of(Comparison comparison) {
        CsvSchema.Builder columns = CsvSchema.builder();
        columns(comparison).forEach(columns::addColumn);
        var rows = comparison.cells().stream()
                .map(cell -> row(comparison.run(), cell))
                .toList();
        try {
            return MAPPER.writer(columns.build().withHeader().withLineSeparator("\r\n"))
                    .writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows of plain text can always be written", e);
        }
    }

    private static List<String> columns(Comparison comparison) {
        var columns = new ArrayList<>(List.of("run", "variant", "prompt", "revision", "model", "case", "repeat"));
        Set<String> inputs = new LinkedHashSet<>();
        comparison.cells().forEach(cell -> inputs.addAll(cell.inputs().keySet()));
        inputs.forEach(input -> columns.add("input." + input));
        columns.addAll(RESULTS);
        for (String metric : comparison.run().metrics()) {
            columns.addAll(List.of(metric, metric + ".rationale", metric + ".unscored"));
        }
        columns.addAll(COUNTS);
        return columns;
    }

    private static Map<String, String> row(Run run, Cell cell) {
        ObjectNode json = CellJson.of(run, cell);
        var variant = run.variants().get(cell.key().variant());
        var row = new LinkedHashMap<String, String>();
        row.put("run", run.id());
        row.put("prompt", variant.prompt());
        row.put("revision", variant.revision() == null ? "" : variant.revision());
        row.put("model", variant.model().toString());
        List.of(
                        "variant",
                        "case",
                        "repeat",
                        "expected",
                        "output",
                        "finishReason",
                        "costUsd",
                        "cache",
                        "savedUsd",
                        "latencyMs",
                        "timeToFirstTokenMs")
                .forEach(name -> row.put(name, text(json.path(name))));
        json.path("inputs").properties().forEach(input -> row.put("input." + input.getKey(), text(input.getValue())));
        row.put("errorType", text(json.path("error").path("type")));
        row.put("errorMessage", text(json.path("error").path("message")));
        for (String metric : run.metrics()) {
            JsonNode score = json.path("scores").path(metric);
            row.put(metric, text(score.path("value")));
            row.put(metric + ".rationale", text(score.path("rationale")));
            row.put(metric + ".unscored", text(score.path("unscored")));
        }
        row.put("inputTokens", text(json.path("usage").path("inputTokens")));
        row.put("outputTokens", text(json.path("usage").path("outputTokens")));
        return row;
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
