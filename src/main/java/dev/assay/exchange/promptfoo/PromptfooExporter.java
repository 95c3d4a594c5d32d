package dev.assay.exchange.promptfoo;

import dev.assay.exchange.chat.PromptExport;
import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.chat.SettingsExport;
import dev.assay.exchange.document.JsonText;
import dev.assay.exchange.document.YamlText;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.jinja.JinjaPrinter;
import dev.assay.exchange.promptfoo.tests.TestColumns;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.Printed;
import dev.assay.experiment.TestCase;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        SettingsExport.leftOut(request, Set.of("description", "output", "toolDefs"), "promptfoo", report);
        if (request.dataset() != null) {
            document.put(
                    "tests",
                    request.dataset().cases().stream()
                            .map(one -> test(typed(one, request)))
                            .toList());
            report.converted(
                    "",
                    "dataset " + request.dataset().name(),
                    request.dataset().cases().size() + " tests");
            templates(request.dataset().cases(), report);
        }
        return new ExportResult(YamlText.of(document), "yaml", report.build());
    }

    /**
     * One message of the user is a text; a chat is JSON. Where the whole text is JSON promptfoo fills in each text in it and
     * writes the JSON anew, so values need no escaping here.
     */
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
            if (!config(request).isEmpty()) {
                report.leftOut(
                        "", "config, output and toolDefs", "left out with the model: they stand with a provider there");
            }
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
        if (!config(request).isEmpty()) {
            provider.put("config", config(request));
        }
        document.put("providers", List.of(provider));
        if (vendor.equals("offline")) {
            report.needsHand("", "model " + model, "promptfoo does not know it: name another one");
        } else {
            report.converted("", "model " + model, "provider " + id);
        }
    }

    private static Map<String, Object> config(ExportRequest request) {
        Map<String, Object> config = new LinkedHashMap<>(PromptExport.parameters(request));
        SettingsExport.responseFormat(request).ifPresent(format -> config.put("response_format", format));
        List<Object> tools = SettingsExport.tools(request);
        if (!tools.isEmpty()) {
            config.put("tools", tools);
        }
        return config;
    }

    private static void defaults(ExportRequest request, Map<String, Object> document, Report.Builder report) {
        Map<String, Object> defaults = request.prompt().frontMatter().inputDefault();
        if (!defaults.isEmpty()) {
            document.put("defaultTest", Map.of("vars", defaults));
            report.converted("", "input.default", "defaultTest.vars");
        }
    }

    /** Values of the declared types: the text 0 of a table is true in a condition there, the number 0 is not. */
    private static TestCase typed(TestCase one, ExportRequest request) {
        return new TestCase(
                one.index(),
                request.prompt().inputs().read(one.inputs()),
                one.expected(),
                one.line(),
                one.tags(),
                one.cluster());
    }

    private static Map<String, Object> test(TestCase one) {
        Map<String, Object> test = new LinkedHashMap<>();
        Object description = one.inputs().get(TestColumns.DESCRIPTION);
        if (description != null && !description.equals("")) {
            test.put("description", description);
        }
        test.put("vars", vars(one));
        Map<String, Object> options = new LinkedHashMap<>();
        if (one.inputs().values().stream().anyMatch(List.class::isInstance)) {
            options.put("disableVarExpansion", true);
        }
        if (one.inputs().get(TestColumns.OPTIONS) instanceof Map<?, ?> kept) {
            kept.forEach((key, value) -> options.put(String.valueOf(key), value));
        }
        if (!options.isEmpty()) {
            test.put("options", options);
        }
        List<Object> asserts = asserts(one);
        if (!asserts.isEmpty()) {
            test.put("assert", asserts);
        }
        if (one.inputs().get(TestColumns.THRESHOLD) instanceof Number threshold) {
            test.put("threshold", threshold);
        }
        if (one.inputs().get(TestColumns.METADATA) instanceof Map<?, ?> metadata) {
            test.put("metadata", metadata);
        }
        return test;
    }

    private static Map<String, Object> vars(TestCase one) {
        Map<String, Object> vars = new LinkedHashMap<>();
        one.inputs().forEach((name, value) -> {
            if (!name.startsWith("__") && value != null) {
                vars.put(name, value);
            }
        });
        return vars;
    }

    private static List<Object> asserts(TestCase one) {
        List<Object> asserts = new ArrayList<>();
        if (one.expected() != null) {
            Map<String, Object> equals = new LinkedHashMap<>();
            equals.put("type", "equals");
            // What is expected is a template there.
            boolean marks = isTemplate(one.expected()) && !one.expected().contains("endraw");
            equals.put("value", marks ? "{% raw %}" + one.expected() + "{% endraw %}" : one.expected());
            asserts.add(equals);
        }
        if (one.inputs().get(TestColumns.ASSERT) instanceof List<?> kept) {
            asserts.addAll(kept);
        }
        return asserts;
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }

    private static void templates(List<TestCase> cases, Report.Builder report) {
        long marked = cases.stream()
                .flatMap(one -> vars(one).values().stream())
                .filter(value -> value instanceof String text && isTemplate(text))
                .count();
        if (marked > 0) {
            report.needsHand(
                    "",
                    marked + " values with {{, {% or {# in them",
                    "promptfoo fills values in as if they were templates: look at these tests there");
        }
    }
}
