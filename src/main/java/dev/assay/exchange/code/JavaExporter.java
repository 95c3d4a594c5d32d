package dev.assay.exchange.code;

import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.report.Report;
import java.util.List;

/** Writes a Java program that needs nothing but the JDK, 17 or newer. */
public final class JavaExporter implements Exporter {
    private static final int LONGEST = 16_000;

    @Override
    public ExportResult write(ExportRequest request) {
        var report = new Report.Builder();
        WireCode wire = WireCode.of(request, report);
        var out = new StringBuilder();
        out.append("import java.net.URI;\nimport java.net.http.HttpClient;\nimport java.net.http.HttpRequest;\n");
        out.append("import java.net.http.HttpResponse;\n\npublic class SendPrompt {\n");
        out.append("    public static void main(String[] args) throws Exception {\n");
        wire.inputs().forEach((name, value) -> {
            out.append("        String ")
                    .append(wire.variable(name))
                    .append(" = ")
                    .append(literal(value))
                    .append(";\n");
            report.converted("", "input " + name, "the variable " + wire.variable(name));
        });
        out.append(wire.inputs().isEmpty() ? "" : "\n")
                .append("        String body =\n")
                .append(body(wire))
                .append(";\n\n");
        out.append("        HttpRequest request = HttpRequest.newBuilder(URI.create(")
                .append(literal(wire.url()))
                .append("))\n");
        wire.headers()
                .forEach((name, value) -> out.append("                .header(")
                        .append(literal(name))
                        .append(", ")
                        .append(literal(value))
                        .append(")\n"));
        if (!wire.keyHeader().isEmpty()) {
            out.append("                .header(")
                    .append(literal(wire.keyHeader()))
                    .append(", ")
                    .append(wire.keyPrefix().isEmpty() ? "" : literal(wire.keyPrefix()) + " + ")
                    .append("System.getenv(")
                    .append(literal(wire.keyVariable()))
                    .append("))\n");
        }
        out.append("                .POST(HttpRequest.BodyPublishers.ofString(body))\n                .build();\n");
        out.append("        HttpResponse<String> response =\n");
        out.append("                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());\n");
        out.append("        System.out.println(response.body());\n    }\n");
        out.append(wire.inputs().isEmpty() ? "" : ESCAPED).append("}\n");
        return new ExportResult(out.toString(), "java", report.build());
    }

    private static final String ESCAPED = """

                /** The text as it stands between the quotes of a JSON string. */
                private static String escaped(String text) {
                    StringBuilder out = new StringBuilder();
                    for (char c : text.toCharArray()) {
                        if (c == '"' || c == '\\\\') {
                            out.append('\\\\').append(c);
                        } else if (c < ' ') {
                            out.append(String.format("\\\\u%04x", (int) c));
                        } else {
                            out.append(c);
                        }
                    }
                    return out.toString();
                }
            """;

    private static String body(WireCode wire) {
        List<String> lines = wire.body().toPrettyString().lines().toList();
        var out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String end = i + 1 < lines.size() ? "\n" : "";
            out.append(i == 0 ? "                " : "\n                        + ")
                    .append(line(lines.get(i) + end, wire));
        }
        return out.toString();
    }

    private static String line(String text, WireCode wire) {
        var out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf(WireCode.OPEN); open >= 0; open = text.indexOf(WireCode.OPEN, at)) {
            int close = text.indexOf(WireCode.CLOSE, open);
            out.append(literal(text.substring(at, open)))
                    .append(" + escaped(")
                    .append(wire.variable(text.substring(open + 1, close)))
                    .append(") + ");
            at = close + 1;
        }
        return out.append(literal(text.substring(at))).toString();
    }

    /** The compiler takes a limited length for one constant only, so a long text is joined when the program runs. */
    private static String literal(String text) {
        if (text.length() <= LONGEST) {
            return quoted(text);
        }
        var out = new StringBuilder("String.join(\"\"");
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + LONGEST);
            end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            out.append(", ").append(quoted(text.substring(at, end)));
            at = end;
        }
        return out.append(')').toString();
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? "\\%03o".formatted((int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
