package dev.assay.exchange.promptfoo;

import dev.assay.exchange.chat.PromptExport;
import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.conversion.ExportRequest;
import dev.assay.exchange.conversion.ExportResult;
import dev.assay.exchange.conversion.Exporter;
import dev.assay.exchange.document.JsonText;
import dev.assay.exchange.document.YamlText;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.jinja.JinjaPrinter;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.Printed;
import dev.assay.experiment.TestCase;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a prompt with its cases as a promptfoo configuration. */
public final class PromptfooExporter implements Exporter {

    @Override
    public ExportResult write(ExportRequest request) {
        var report = new Report.Builder();
        var export = new PromptExport(request, report);
        List<PromptExport.Step> steps = export.print(new JinjaPrinter(Printed.JAVASCRIPT));
        export.check(steps, text -> Jinja.parse(text, "", Printed.JAVASCRIPT, new Report.Builder()));
        Map<String, Object> document = new LinkedHashMap<>();
        String description = request.prompt().frontMatter().description();
        document.put("description", description == null ? request.name() : description);
        Map<String, Object> prompt = new LinkedHashMap<>();
        prompt.put("label", request.name());
        prompt.put("raw", text(steps, report));
        document.put("prompts", List.of(prompt));
        provider(request, document, report);
        defaults(request, document, report);
        if (request.dataset() != null) {
            document.put(
                    "tests",
                    request.dataset().cases().stream()
                            .map(PromptfooExporter::test)
                            .toList());
            report.converted(
                    "",
                    "dataset " + request.dataset().name(),
                    request.dataset().cases().size() + " tests");
        }
        return new ExportResult(YamlText.of(document), "yaml", report.build());
    }

    /** One message of the user is a text; a chat is JSON, in which every value must be printed as JSON has it. */
    private static String text(List<PromptExport.Step> steps, Report.Builder report) {
        if (steps.size() == 1 && steps.getFirst().role() == Role.USER) {
            return steps.getFirst().text();
        }
        List<Object> messages = new ArrayList<>();
        for (PromptExport.Step step : steps) {
            if (step.role() == null) {
                report.leftOut("", "{{history}}", "left out: promptfoo has no place for earlier messages");
                continue;
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("role", Roles.name(step.role()));
            one.put("content", step.text());
            messages.add(one);
        }
        report.converted("", messages.size() + " messages", "a chat in JSON");
        return JsonText.pretty(messages).stripTrailing();
    }

    private static void provider(ExportRequest request, Map<String, Object> document, Report.Builder report) {
        String model = PromptExport.model(request);
        if (model == null) {
            report.needsHand("", "model", "the prompt names none: write a provider into the file");
            return;
        }
        String vendor = model.substring(0, Math.max(0, model.indexOf('/')));
        String name = model.substring(model.indexOf('/') + 1);
        String id = switch (vendor) {
            case "openai" -> "openai:chat:" + name;
            case "anthropic" -> "anthropic:messages:" + name;
            case "ollama" -> "ollama:chat:" + name;
            default -> vendor + ":" + name;
        };
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("id", id);
        if (!PromptExport.parameters(request).isEmpty()) {
            provider.put("config", PromptExport.parameters(request));
        }
        document.put("providers", List.of(provider));
        if (vendor.equals("offline")) {
            report.needsHand("", "model " + model, "promptfoo does not know it: name another one");
        } else {
            report.converted("", "model " + model, "provider " + id);
        }
    }

    private static void defaults(ExportRequest request, Map<String, Object> document, Report.Builder report) {
        Map<String, Object> defaults = request.prompt().frontMatter().inputDefault();
        if (!defaults.isEmpty()) {
            document.put("defaultTest", Map.of("vars", defaults));
            report.converted("", "input.default", "defaultTest.vars");
        }
    }

    private static Map<String, Object> test(TestCase one) {
        Map<String, Object> test = new LinkedHashMap<>();
        Object description = one.inputs().get(Asserts.DESCRIPTION);
        if (description != null && !description.equals("")) {
            test.put("description", description);
        }
        test.put(
                "vars",
                one.inputs().entrySet().stream()
                        .filter(entry -> !entry.getKey().startsWith("__") && entry.getValue() != null)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
        boolean lists = one.inputs().values().stream().anyMatch(List.class::isInstance);
        if (lists) {
            test.put("options", Map.of("disableVarExpansion", true));
        }
        List<Object> asserts = new ArrayList<>();
        if (one.expected() != null) {
            Map<String, Object> equals = new LinkedHashMap<>();
            equals.put("type", "equals");
            equals.put("value", one.expected());
            asserts.add(equals);
        }
        if (one.inputs().get(Asserts.ASSERT) instanceof List<?> kept) {
            asserts.addAll(kept);
        }
        if (!asserts.isEmpty()) {
            test.put("assert", asserts);
        }
        if (one.inputs().get(Asserts.METADATA) instanceof Map<?, ?> metadata) {
            test.put("metadata", metadata);
        }
        return test;
    }
}
