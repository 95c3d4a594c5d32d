package dev.assay.exchange.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.report.Report;
import dev.assay.prompt.render.JsonText;
import java.util.Iterator;
import java.util.Map;

/** Writes a Python program that needs nothing but Python. */
public final class PythonExporter implements Exporter {

    @Override
    public ExportResult write(ExportRequest request) {
        var report = new Report.Builder();
        WireCode wire = WireCode.of(request, report);
        var out = new StringBuilder("import json\nimport os\nimport urllib.request\n\n");
        wire.inputs().forEach((name, value) -> {
            out.append(wire.variable(name)).append(" = ").append(literal(value)).append('\n');
            report.converted("", "input " + name, "the variable " + wire.variable(name));
        });
        out.append("\nbody = ");
        value(wire.body(), "", wire, out);
        out.append("\nrequest = urllib.request.Request(\n    ")
                .append(literal(wire.url()))
                .append(",\n    data=json.dumps(body).encode(\"utf-8\"),\n    headers={\n");
        wire.headers()
                .forEach((name, value) -> out.append("        ")
                        .append(literal(name))
                        .append(": ")
                        .append(literal(value))
                        .append(",\n"));
        if (!wire.keyHeader().isEmpty()) {
            out.append("        ")
                    .append(literal(wire.keyHeader()))
                    .append(": ")
                    .append(wire.keyPrefix().isEmpty() ? "" : literal(wire.keyPrefix()) + " + ")
                    .append("os.environ[")
                    .append(literal(wire.keyVariable()))
                    .append("],\n");
        }
        out.append("    },\n)\nwith urllib.request.urlopen(request) as response:\n    answer = json.load(response)\n");
        String way = switch (request.destination().dialect()) {
            case OPENAI -> "answer[\"choices\"][0][\"message\"][\"content\"]";
            case OPENAI_RESPONSES ->
                "\"\".join(part.get(\"text\", \"\") for item in answer[\"output\"] if item[\"type\"] == \"message\""
                        + " for part in item[\"content\"])";
            case ANTHROPIC -> "\"\".join(part.get(\"text\", \"\") for part in answer[\"content\"])";
            case GEMINI ->
                "\"\".join(part.get(\"text\", \"\") for part in answer[\"candidates\"][0][\"content\"][\"parts\"])";
            case COHERE -> "\"\".join(part.get(\"text\", \"\") for part in answer[\"message\"][\"content\"])";
            case BEDROCK ->
                "\"\".join(part.get(\"text\", \"\") for part in answer[\"output\"][\"message\"][\"content\"])";
            case OLLAMA -> "answer[\"message\"][\"content\"]";
        };
        out.append("print(").append(way).append(")\n");
        return new ExportResult(out.toString(), "py", report.build());
    }

    private static void value(JsonNode node, String indent, WireCode wire, StringBuilder out) {
        String inner = indent + "    ";
        if (node.isObject()) {
            out.append("{\n");
            for (Iterator<Map.Entry<String, JsonNode>> all = node.fields(); all.hasNext(); ) {
                Map.Entry<String, JsonNode> entry = all.next();
                out.append(inner).append(literal(entry.getKey())).append(": ");
                value(entry.getValue(), inner, wire, out);
                out.append(",\n");
            }
            out.append(indent).append('}');
        } else if (node.isArray()) {
            out.append("[\n");
            for (JsonNode one : node) {
                out.append(inner);
                value(one, inner, wire, out);
                out.append(",\n");
            }
            out.append(indent).append(']');
        } else if (node.isTextual()) {
            out.append(text(node.textValue(), wire));
        } else if (node.isBoolean()) {
            out.append(node.booleanValue() ? "True" : "False");
        } else {
            out.append(node.isNull() ? "None" : node.asText());
        }
    }

    /** A text in which inputs are joined in. */
    private static String text(String text, WireCode wire) {
        var out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf(WireCode.OPEN); open >= 0; open = text.indexOf(WireCode.OPEN, at)) {
            int close = text.indexOf(WireCode.CLOSE, open);
            join(out, open > at ? literal(text.substring(at, open)) : "");
            join(out, wire.variable(text.substring(open + 1, close)));
            at = close + 1;
        }
        join(out, at < text.length() || out.isEmpty() ? literal(text.substring(at)) : "");
        return out.toString();
    }

    private static void join(StringBuilder out, String part) {
        if (!part.isEmpty()) {
            out.append(out.isEmpty() ? "" : " + ").append(part);
        }
    }

    /** What JSON writes between quotes Python reads alike. */
    private static String literal(String text) {
        return JsonText.of(text);
    }
}
