package dev.assay.exchange.langchain;

import dev.assay.exchange.chat.PromptExport;
import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.chat.SettingsExport;
import dev.assay.exchange.document.JsonText;
import dev.assay.exchange.equivalence.SampleValues;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.mustache.Mustache;
import dev.assay.exchange.mustache.MustachePrinter;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.FString;
import dev.assay.exchange.syntax.VariablePrinter;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a LangChain manifest: format strings where they suffice, else mustache. */
public final class LangChainExporter implements Exporter {

    @Override
    public ExportResult write(ExportRequest request) {
        var simple = new Report.Builder();
        var export = new PromptExport(request, simple);
        List<PromptExport.Step> steps = export.print(VariablePrinter.formatString());
        if (simple.build().count(Outcome.REFUSED) == 0) {
            export.check(steps, text -> FString.parse(text, "", new Report.Builder()));
            return result(request, export, steps, "f-string", simple);
        }
        var report = new Report.Builder();
        var logic = new PromptExport(request, report);
        List<PromptExport.Step> sections = logic.print(new MustachePrinter());
        Map<String, Object> known = SampleValues.of(logic.turns()).getFirst();
        logic.check(
                sections,
                text -> Mustache.parse(text, "", known, new LinkedHashSet<>(logic.inputs()), new Report.Builder()));
        report.converted("", "{{#if}} and {{#each}}", "mustache sections, declared by template_format");
        return result(request, logic, sections, "mustache", report);
    }

    private static ExportResult result(
            ExportRequest request,
            PromptExport export,
            List<PromptExport.Step> steps,
            String format,
            Report.Builder report) {
        List<Object> messages = new ArrayList<>();
        for (PromptExport.Step step : steps) {
            messages.add(step.role() == null ? placeholder() : message(step.role(), step.text(), export, format));
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("input_variables", export.inputs());
        if (!request.prompt().frontMatter().inputDefault().isEmpty()) {
            arguments.put("partial_variables", request.prompt().frontMatter().inputDefault());
        }
        arguments.put("messages", messages);
        String model = PromptExport.model(request);
        if (model != null) {
            report.leftOut(
                    "", "model " + model, "left out: a prompt manifest has no model; bind it where the prompt is used");
        }
        if (!request.prompt().frontMatter().config().isEmpty()) {
            report.leftOut(
                    "",
                    "config: "
                            + String.join(
                                    ", ",
                                    request.prompt().frontMatter().config().keySet()),
                    "left out with the model");
        }
        SettingsExport.leftOut(request, Set.of(), "a prompt manifest", report);
        return new ExportResult(
                JsonText.pretty(node(List.of("langchain", "prompts", "chat", "ChatPromptTemplate"), arguments)),
                "json",
                report.build());
    }

    private static Map<String, Object> placeholder() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("variable_name", "history");
        arguments.put("optional", true);
        return node(List.of("langchain", "prompts", "chat", "MessagesPlaceholder"), arguments);
    }

    private static Map<String, Object> message(Role role, String text, PromptExport export, String format) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("input_variables", export.inputs());
        template.put("template_format", format);
        template.put("template", text);
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("prompt", node(List.of("langchain", "prompts", "prompt", "PromptTemplate"), template));
        String type = switch (role) {
            case SYSTEM -> "SystemMessagePromptTemplate";
            case USER -> "HumanMessagePromptTemplate";
            case ASSISTANT -> "AIMessagePromptTemplate";
            case TOOL -> "ChatMessagePromptTemplate";
        };
        if (role == Role.TOOL) {
            arguments.put("role", Roles.name(role));
        }
        return node(List.of("langchain", "prompts", "chat", type), arguments);
    }

    private static Map<String, Object> node(List<String> id, Map<String, Object> arguments) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("lc", 1);
        node.put("type", "constructor");
        node.put("id", id);
        node.put("kwargs", arguments);
        return node;
    }
}
