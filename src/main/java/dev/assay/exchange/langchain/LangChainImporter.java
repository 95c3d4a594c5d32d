package dev.assay.exchange.langchain;

import dev.assay.exchange.chat.Parameters;
import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.chat.Tools;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import dev.assay.llm.Role;
import dev.assay.llm.SourceLocation;
import java.util.List;
import java.util.Set;

/** Turns a serialised LangChain prompt, alone or followed by its model, into a prompt file. */
public final class LangChainImporter implements Importer {
    private static final Set<String> KNOWN = Set.of(
            "_type",
            "lc",
            "type",
            "id",
            "kwargs",
            "name",
            "messages",
            "template",
            "template_format",
            "input_variables",
            "optional_variables",
            "input_types",
            "partial_variables",
            "validate_template",
            "output_parser",
            "schema_",
            "prefix",
            "suffix",
            "examples",
            "example_prompt",
            "example_separator",
            "example_selector");

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        Value root = JsonDocument.read(source.file(), source.text());
        Value manifest = root.get("manifest").isMap() ? root.get("manifest") : root;
        var report = new Report.Builder();
        var draft = new PromptDraft();
        boolean read = sequence(manifest, draft, report);
        if (!read) {
            throw new InputException(
                    new SourceLocation(source.file(), 1, 1),
                    "This is no LangChain prompt: it is neither a ChatPromptTemplate nor a PromptTemplate, nor a sequence that begins with one");
        }
        return new ImportResult(List.of(draft.finish(source.name(), "", List.of(), report)), List.of(), report.build());
    }

    /** The name of the class that a node stands for. */
    static String type(Value node) {
        List<Value> id = node.get("id").items();
        return id.isEmpty() ? node.get("_type").textOr("") : id.getLast().textOr("");
    }

    private static boolean sequence(Value node, PromptDraft draft, Report.Builder report) {
        Value arguments = node.get("kwargs");
        if (!type(node).equals("RunnableSequence")) {
            return prompt(node, draft, report);
        }
        for (Value step : arguments.get("middle").items()) {
            report.leftOut(step.place(), type(step), "left out: a prompt file holds a prompt and its model only");
        }
        model(arguments.get("last"), draft, report);
        return prompt(arguments.get("first"), draft, report);
    }

    private static boolean prompt(Value node, PromptDraft draft, Report.Builder report) {
        Value arguments = node.get("kwargs").isMap() ? node.get("kwargs") : node;
        var templates = new ManifestTemplates(arguments, draft, report);
        switch (type(node)) {
            case "PromptTemplate", "prompt" -> draft.message(Role.USER, templates.template(arguments));
            case "FewShotPromptTemplate", "few_shot" ->
                FewShot.text(arguments, templates, report)
                        .ifPresent(text -> draft.message(Role.USER, templates.parse(text, arguments)));
            case "ChatPromptTemplate", "StructuredPrompt" ->
                templates.messages(arguments.get("messages").items());
            default -> {
                return false;
            }
        }
        templates.partials(arguments);
        arguments.fields().forEach((key, value) -> {
            if (!KNOWN.contains(key) && value.exists() && isFilled(value)) {
                report.leftOut(value.place(), key, "left out: a prompt file has nothing like it");
            }
        });
        for (String key : List.of("output_parser", "schema_", "validate_template")) {
            if (arguments.get(key).exists()
                    && !Boolean.FALSE.equals(arguments.get(key).raw())) {
                output(key, arguments.get(key), draft, report);
            }
        }
        return true;
    }

    private static boolean isFilled(Value value) {
        return value.isMap()
                ? !value.fields().isEmpty()
                : !value.isList() || !value.items().isEmpty();
    }

    private static void output(String key, Value value, PromptDraft draft, Report.Builder report) {
        if (key.equals("schema_") && value.isMap()) {
            draft.put("output", java.util.Map.of("format", "json", "schema", value.plainFields()));
            report.converted(value.place(), "schema of the answer", "output.schema");
        } else {
            report.leftOut(value.place(), key, "left out: a prompt file has nothing like it");
        }
    }

    private static void model(Value node, PromptDraft draft, Report.Builder report) {
        Value arguments = node.get("kwargs");
        if (type(node).equals("RunnableBinding")) {
            Value bound = arguments.get("kwargs");
            Tools.read(bound.get("tools").items(), draft, report);
            Tools.read(bound.get("functions").items(), draft, report);
            draft.format(bound.get("response_format"), report);
            Parameters.read(bound, draft, "langchain", Set.of("tools", "functions", "response_format"), report);
            model(arguments.get("bound"), draft, report);
            return;
        }
        if (!node.exists()) {
            return;
        }
        String name = arguments.get("model").textOr(arguments.get("model_name").textOr(""));
        String provider = switch (type(node)) {
            case "ChatOpenAI", "OpenAI" -> "openai";
            case "AzureChatOpenAI" -> "azure";
            case "ChatAnthropic" -> "anthropic";
            case "ChatOllama", "Ollama" -> "ollama";
            case "ChatGoogleGenerativeAI", "ChatVertexAI" -> "gemini";
            default -> "";
        };
        if (!provider.isEmpty() && !name.isEmpty()) {
            draft.put("model", provider + "/" + name);
            report.converted(node.place(), type(node) + " " + name, "model: " + provider + "/" + name);
        } else {
            report.needsHand(node.place(), type(node) + " " + name, "left out: write the model into the prompt");
        }
        Parameters.read(arguments, draft, "langchain", Set.of("model", "model_name"), report);
    }
}
