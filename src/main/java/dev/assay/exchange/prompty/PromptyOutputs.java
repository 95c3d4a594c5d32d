package dev.assay.exchange.prompty;

import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.chat.Secrets;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer's form and the tools that a Prompty file asks for. */
final class PromptyOutputs {
    private PromptyOutputs() {}

    static void read(Value root, PromptDraft draft, Report.Builder report) {
        Value outputs = root.get("outputs");
        Map<String, Object> schema = new LinkedHashMap<>();
        outputs.items().forEach(one -> property(one.get("name").textOr(""), one, schema));
        outputs.fields().forEach((name, one) -> property(name, one, schema));
        if (!schema.isEmpty()) {
            Map<String, Object> output = new LinkedHashMap<>();
            output.put("format", "json");
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("type", "object");
            object.put("properties", schema);
            required(outputs, object);
            output.put("schema", object);
            draft.put("output", output);
            report.converted(outputs.place(), "outputs", "output.schema");
        }
        tools(root.get("tools"), draft, report);
    }

    /** Those that say so; in Prompty nothing else is. */
    private static void required(Value properties, Map<String, Object> schema) {
        List<String> names = new ArrayList<>();
        properties.items().forEach(one -> {
            if (Boolean.TRUE.equals(one.get("required").raw())) {
                names.add(one.get("name").textOr(""));
            }
        });
        properties.fields().forEach((name, one) -> {
            if (Boolean.TRUE.equals(one.get("required").raw())) {
                names.add(name);
            }
        });
        if (!names.isEmpty()) {
            schema.put("required", names);
        }
    }

    private static void property(String name, Value one, Map<String, Object> schema) {
        if (name.isBlank()) {
            return;
        }
        String kind = one.get(one.get("kind").exists() ? "kind" : "type").textOr("string");
        Map<String, Object> property = new LinkedHashMap<>();
        if (!kind.equals("any")) {
            property.put("type", kind.equals("float") ? "number" : kind);
        }
        one.get("description").text().ifPresent(text -> property.put("description", text));
        if (one.get("enumValues").isList()) {
            property.put(
                    "enum",
                    one.get("enumValues").items().stream().map(Value::raw).toList());
        }
        if (one.get("items").isMap()) {
            Map<String, Object> item = new LinkedHashMap<>();
            property("items", one.get("items"), item);
            property.putAll(item);
        }
        schema.put(name, property);
    }

    private static void tools(Value tools, PromptDraft draft, Report.Builder report) {
        List<Object> definitions = new ArrayList<>();
        List<Object> others = new ArrayList<>();
        for (Value tool : tools.items()) {
            Value function = tool.get("function").isMap() ? tool.get("function") : tool;
            String kind = tool.get(tool.get("kind").exists() ? "kind" : "type").textOr("function");
            if (kind.equals("function") && function.get("name").isText()) {
                Map<String, Object> definition = new LinkedHashMap<>();
                definition.put("name", function.get("name").textOr(""));
                function.get("description").text().ifPresent(text -> definition.put("description", text));
                Value parameters = function.get("parameters");
                definition.put("inputSchema", parameters.isMap() ? parameters.plainFields() : listed(parameters));
                definitions.add(definition);
                report.converted(tool.place(), "tool " + definition.get("name"), "toolDefs");
                for (String key : List.of("bindings", "strict")) {
                    if (tool.get(key).exists()) {
                        report.leftOut(
                                tool.get(key).place(), key + " of a tool", "left out: toolDefs have nothing like it");
                    }
                }
            } else if (Secrets.holds("", tool.raw())) {
                report.leftOut(tool.place(), "tool of kind " + kind, "not copied: it may hold secrets");
            } else {
                others.add(tool.plainFields());
                report.needsHand(
                        tool.place(),
                        "tool of kind " + kind,
                        "kept under assay.prompty.tools: only functions have an equivalent");
            }
        }
        if (!definitions.isEmpty()) {
            draft.put("toolDefs", definitions);
        }
        if (!others.isEmpty()) {
            draft.put("assay.prompty.tools", others);
        }
    }

    private static Map<String, Object> listed(Value parameters) {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.items().forEach(one -> property(one.get("name").textOr(""), one, properties));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        required(parameters, schema);
        return schema;
    }
}
