package dev.assay.exchange.chat;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads tools as most APIs have them. */
public final class Tools {
    private static final Set<String> KNOWN =
            Set.of("type", "function", "name", "description", "parameters", "input_schema");

    private Tools() {}

    /** Gives the functions among these tools to a prompt; hosted tools are named in the report. */
    public static void read(List<Value> tools, PromptDraft draft, Report.Builder report) {
        List<Object> definitions = new ArrayList<>();
        for (Value tool : tools) {
            Value function = tool.get("function").isMap() ? tool.get("function") : tool;
            Value parameters = function.get(function.get("parameters").exists() ? "parameters" : "input_schema");
            boolean hosted = !tool.get("type").textOr("function").matches("function|custom") && !parameters.exists();
            if (!function.get("name").isText() || hosted) {
                report.leftOut(
                        tool.place(),
                        "tool of type " + tool.get("type").textOr("?"),
                        "left out: only functions have an equivalent");
            } else {
                definitions.add(definition(tool, function, parameters, report));
            }
        }
        if (!definitions.isEmpty()) {
            draft.put("toolDefs", definitions);
        }
    }

    private static Map<String, Object> definition(Value tool, Value function, Value parameters, Report.Builder report) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", function.get("name").textOr(""));
        function.get("description").text().ifPresent(text -> definition.put("description", text));
        definition.put("inputSchema", parameters.plainFields());
        report.converted(tool.place(), "tool " + definition.get("name"), "toolDefs");
        function.fields().forEach((key, value) -> {
            if (!KNOWN.contains(key) && value.exists()) {
                report.leftOut(value.place(), key + " of a tool", "left out: toolDefs have nothing like it");
            }
        });
        return definition;
    }
}
