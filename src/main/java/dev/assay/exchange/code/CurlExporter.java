package dev.assay.exchange.code;

import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.report.Report;

/** Writes a command for a shell. The body stands in a quoted here-document, so nothing in it is for the shell. */
public final class CurlExporter implements Exporter {

    @Override
    public ExportResult write(ExportRequest request) {
        var report = new Report.Builder();
        WireCode wire = WireCode.of(request, report);
        wire.inputs()
                .forEach((name, value) -> report.needsHand(
                        "",
                        "input " + name,
                        value.isEmpty()
                                ? "stands as <" + name + "> in the body: put its value there"
                                : "its value of the first case stands in the body"));
        var out = new StringBuilder("curl -sS '" + quoted(wire.url()) + "' \\\n");
        wire.headers()
                .forEach((name, value) -> out.append("  -H '")
                        .append(quoted(name))
                        .append(": ")
                        .append(quoted(value))
                        .append("' \\\n"));
        if (!wire.keyHeader().isEmpty()) {
            out.append("  -H \"")
                    .append(wire.keyHeader())
                    .append(": ")
                    .append(wire.keyPrefix())
                    .append("$")
                    .append(wire.keyVariable())
                    .append("\" \\\n");
        }
        String body = wire.filledBody();
        String end = "JSON";
        while (body.lines().anyMatch(end::equals)) {
            end += "_";
        }
        out.append("  --data-binary @- <<'")
                .append(end)
                .append("'\n")
                .append(body)
                .append('\n')
                .append(end)
                .append('\n');
        return new ExportResult(out.toString(), "sh", report.build());
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
