package dev.assay.exchange.langfuse;

import dev.assay.exchange.chat.PromptExport;
import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.chat.SettingsExport;
import dev.assay.exchange.document.JsonText;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.BraceVariables;
import dev.assay.exchange.syntax.VariablePrinter;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a prompt as Langfuse's API takes it. It knows inputs only, so logic is refused. */
public final class LangfuseExporter implements Exporter {

    @Override
    public ExportResult write(ExportRequest request) {
        var report = new Report.Builder();
        var export = new PromptExport(request, report);
        List<PromptExport.Step> steps = export.print(VariablePrinter.braces("Langfuse"));
        if (steps.stream().anyMatch(step -> References.holds(step.text()))) {
            report.refused("", "@@@langfusePrompt...@@@ in the text", "Langfuse would take another prompt in there");
        }
        export.check(steps, BraceVariables::parse);
        boolean text = steps.size() == 1 && steps.getFirst().role() == Role.USER;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", request.name());
        document.put("type", text ? "text" : "chat");
        document.put("prompt", text ? steps.getFirst().text() : chat(steps));
        Map<String, Object> config = new LinkedHashMap<>();
        String model = PromptExport.model(request);
        if (model != null) {
            config.put("model", model.substring(model.indexOf('/') + 1));
            report.converted("", "model " + model, "config.model");
        }
        config.putAll(PromptExport.parameters(request));
        SettingsExport.responseFormat(request).ifPresent(format -> config.put("response_format", format));
        List<Object> tools = SettingsExport.tools(request);
        if (!tools.isEmpty()) {
            config.put("tools", tools);
        }
        SettingsExport.leftOut(request, Set.of("output", "toolDefs", "assay.tags"), "Langfuse", report);
        document.put("config", config);
        document.put("labels", List.of());
        document.put("tags", SettingsExport.tags(request));
        if (!request.prompt().frontMatter().inputDefault().isEmpty()) {
            report.leftOut("", "input.default", "left out: Langfuse has no defaults; give the values with each call");
        }
        if (request.dataset() != null) {
            report.leftOut(
                    "", "dataset " + request.dataset().name(), "left out: export it as JSONL and upload it there");
        }
        return new ExportResult(JsonText.pretty(document), "json", report.build());
    }

    private static List<Object> chat(List<PromptExport.Step> steps) {
        List<Object> messages = new ArrayList<>();
        for (PromptExport.Step step : steps) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (step.role() == null) {
                one.put("type", "placeholder");
                one.put("name", "history");
            } else {
                one.put("role", Roles.name(step.role()));
                one.put("content", step.text());
            }
            messages.add(one);
        }
        return messages;
    }
}
