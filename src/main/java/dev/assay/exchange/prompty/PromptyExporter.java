package dev.assay.exchange.prompty;

import dev.assay.exchange.chat.PromptExport;
import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.chat.SettingsExport;
import dev.assay.exchange.document.YamlText;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.jinja.JinjaPrinter;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.Printed;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Turn;
import dev.assay.prompt.PromptVariable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a prompt as a Prompty file of the second version. */
public final class PromptyExporter implements Exporter {
    private static final String THREAD = "history";

    @Override
    public ExportResult write(ExportRequest request) {
        var report = new Report.Builder();
        var export = new PromptExport(request, report);
        List<PromptExport.Step> printed = export.print(new JinjaPrinter(Printed.PYTHON));
        List<PromptExport.Step> steps = printed.stream()
                .map(step -> new PromptExport.Step(step.role(), step.text().strip()))
                .toList();
        if (!steps.equals(printed)) {
            report.leftOut("", "white space at the ends of messages", "left out: Prompty cuts it off");
        }
        check(steps, report);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", request.name());
        String description = request.prompt().frontMatter().description();
        if (description != null) {
            document.put("description", description);
        }
        if (!SettingsExport.tags(request).isEmpty()) {
            document.put("metadata", Map.of("tags", SettingsExport.tags(request)));
        }
        model(request, document, report);
        inputs(request, export, document);
        outputs(request, document, report);
        tools(request, document);
        SettingsExport.leftOut(request, Set.of("description", "output", "toolDefs", "assay.tags"), "Prompty", report);
        document.put("template", Map.of("format", Map.of("kind", "jinja2"), "parser", Map.of("kind", "prompty")));
        export.checkTrimmed(steps, text -> Jinja.parse(text, "", Printed.PYTHON, new Report.Builder()));
        return new ExportResult("---\n" + YamlText.of(document) + "---\n" + body(steps), "prompty", report.build());
    }

    private static void check(List<PromptExport.Step> steps, Report.Builder report) {
        for (PromptExport.Step step : steps) {
            if (RoleLines.hasRoleLine(step.text())) {
                report.refused(
                        "",
                        "a line such as 'user:' in the text",
                        "Prompty would begin a new message there: reword the line");
            }
        }
    }

    private static String body(List<PromptExport.Step> steps) {
        var out = new StringBuilder();
        for (PromptExport.Step step : steps) {
            out.append(out.isEmpty() ? "" : "\n");
            if (step.role() == null) {
                out.append("user:\n{{ " + THREAD + " }}\n");
            } else {
                out.append(Roles.name(step.role()))
                        .append(":\n")
                        .append(step.text())
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static void model(ExportRequest request, Map<String, Object> document, Report.Builder report) {
        String full = PromptExport.model(request);
        Map<String, Object> model = new LinkedHashMap<>();
        if (full != null) {
            model.put("id", full.substring(full.indexOf('/') + 1));
            model.put("provider", full.substring(0, Math.max(0, full.indexOf('/'))));
            model.put("apiType", "chat");
            report.converted("", "model " + full, "model.id and model.provider");
            report.needsHand(
                    "", "model.connection", "not written: say where the model is, with ${env:NAME} for its key");
        }
        if (!request.prompt().frontMatter().config().isEmpty()) {
            model.put("options", request.prompt().frontMatter().config());
        }
        if (!model.isEmpty()) {
            document.put("model", model);
        }
    }

    private static void inputs(ExportRequest request, PromptExport export, Map<String, Object> document) {
        List<Object> inputs = new ArrayList<>();
        Set<String> media = media(export);
        for (PromptVariable variable : request.prompt().variables(request.partials())) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", variable.name());
            one.put("kind", media.contains(variable.name()) ? "image" : kind(variable, export));
            if (variable.description() != null) {
                one.put("description", variable.description());
            }
            if (variable.required()) {
                one.put("required", true);
            }
            if (variable.defaultValue() != null) {
                one.put("default", variable.defaultValue());
            }
            if (!variable.options().isEmpty()) {
                one.put(
                        "enumValues",
                        variable.options().stream()
                                .filter(java.util.Objects::nonNull)
                                .toList());
            }
            inputs.add(one);
        }
        if (export.turns().stream().anyMatch(Turn.History.class::isInstance)) {
            inputs.add(Map.of("name", THREAD, "kind", "thread"));
        }
        if (!inputs.isEmpty()) {
            document.put("inputs", inputs);
        }
    }

    private static Set<String> media(PromptExport export) {
        Set<String> names = new LinkedHashSet<>();
        for (Turn turn : export.turns()) {
            if (turn instanceof Turn.Message message) {
                message.parts().stream()
                        .filter(Part.Media.class::isInstance)
                        .forEach(part -> names.addAll(((Part.Media) part).url().names()));
            }
        }
        return names;
    }

    private static String kind(PromptVariable variable, PromptExport export) {
        String type = variable.type() == null ? "" : variable.type();
        return switch (type) {
            case "integer", "boolean", "array", "object", "string" -> type;
            case "number" -> "float";
            default ->
                dev.assay.exchange.equivalence.SampleValues.isPlain(export.turns(), variable.name())
                        ? variable.options().isEmpty() ? "any" : "string"
                        : "object";
        };
    }

    private static void tools(ExportRequest request, Map<String, Object> document) {
        List<Object> tools = new ArrayList<>();
        for (Map<String, Object> function : SettingsExport.functions(request)) {
            Map<String, Object> one = new LinkedHashMap<>(function);
            one.put("kind", "function");
            tools.add(one);
        }
        if (!tools.isEmpty()) {
            document.put("tools", tools);
        }
    }

    private static void outputs(ExportRequest request, Map<String, Object> document, Report.Builder report) {
        Object schema = request.prompt().frontMatter().outputSchema();
        if (schema == null) {
            if (request.prompt().frontMatter().outputFormat() != null) {
                report.leftOut("", "output.format", "left out: Prompty names the fields of an answer only");
            }
            return;
        }
        Map<String, Object> json = request.prompt().outputSchema();
        if (json.get("properties") instanceof Map<?, ?> properties) {
            List<Object> outputs = new ArrayList<>();
            List<?> required = json.get("required") instanceof List<?> names ? names : List.of();
            properties.forEach((name, property) -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", name);
                if (required.contains(name)) {
                    one.put("required", true);
                }
                Object type = property instanceof Map<?, ?> map ? map.get("type") : null;
                one.put("kind", type instanceof String text ? text.equals("number") ? "float" : text : "any");
                if (property instanceof Map<?, ?> map && map.get("description") != null) {
                    one.put("description", map.get("description"));
                }
                outputs.add(one);
            });
            document.put("outputs", outputs);
            report.converted("", "output.schema", "outputs; what is nested deeper is left to you");
        }
    }
}
