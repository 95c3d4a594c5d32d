package dev.assay.exchange.langfuse;

import dev.assay.exchange.chat.ChatMessages;
import dev.assay.exchange.chat.Parameters;
import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.chat.Tools;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.SafeName;
import dev.assay.llm.InputException;
import dev.assay.llm.Role;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns prompts as Langfuse's API gives them, one or a list, into prompt files. */
public final class LangfuseImporter implements Importer {
    private static final Set<String> IGNORED = Set.of(
            "name",
            "type",
            "prompt",
            "config",
            "labels",
            "tags",
            "version",
            "id",
            "createdAt",
            "updatedAt",
            "createdBy",
            "projectId",
            "isActive");

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        Value root = JsonDocument.read(source.file(), source.text());
        List<Value> all = root.isList()
                ? root.items()
                : root.get("data").isList() ? root.get("data").items() : List.of(root);
        var report = new Report.Builder();
        List<ImportedPrompt> prompts = new ArrayList<>();
        for (Value one : all) {
            if (!one.isMap() || !one.get("prompt").exists()) {
                throw new InputException(
                        new SourceLocation(source.file(), 1, 1),
                        "This is no Langfuse prompt: " + (one.place().isEmpty() ? "it" : one.place())
                                + " has no 'prompt'");
            }
            String name = SafeName.of(one.get("name").textOr(""), source.name());
            String free = SafeName.free(
                    name,
                    taken -> prompts.stream().anyMatch(prompt -> prompt.name().equals(taken)));
            prompts.add(prompt(one, free, report));
        }
        return new ImportResult(prompts, List.of(), report.build());
    }

    private static ImportedPrompt prompt(Value one, String name, Report.Builder report) {
        var draft = new PromptDraft();
        settings(one, draft, report);
        Value prompt = one.get("prompt");
        if (prompt.isList()) {
            chat(prompt, draft, report);
        } else {
            draft.message(Role.USER, References.parse(prompt.textOr(""), prompt.place(), report));
        }
        return draft.finish(name, prompt.place(), List.of(), report);
    }

    private static void settings(Value one, PromptDraft draft, Report.Builder report) {
        Value config = one.get("config");
        String model = config.get("model").textOr("");
        Parameters.model(model)
                .ifPresentOrElse(
                        full -> {
                            draft.put("model", full);
                            report.converted(config.get("model").place(), "model " + model, "model: " + full);
                        },
                        () -> {
                            if (!model.isEmpty()) {
                                draft.put("assay.langfuse.model", model);
                                report.needsHand(
                                        config.get("model").place(),
                                        "model " + model,
                                        "kept under assay.langfuse.model: write it as model: PROVIDER/" + model);
                            }
                        });
        Parameters.read(config, draft, "langfuse", Set.of("model", "tools", "response_format"), report);
        Tools.read(config.get("tools").items(), draft, report);
        draft.format(config.get("response_format"), report);
        if (!one.get("tags").items().isEmpty()) {
            draft.put(
                    "assay.tags",
                    one.get("tags").items().stream().map(tag -> tag.textOr("")).toList());
            report.converted(one.get("tags").place(), "tags", "assay.tags");
        }
        if (!one.get("labels").items().isEmpty()) {
            draft.put(
                    "assay.langfuse.labels",
                    one.get("labels").items().stream()
                            .map(label -> label.textOr(""))
                            .toList());
            report.needsHand(
                    one.get("labels").place(),
                    "labels",
                    "kept under assay.langfuse.labels: a label does not deploy the prompt here");
        }
        if (one.get("version").exists()) {
            report.leftOut(one.get("version").place(), "version", "left out: git counts the versions");
        }
        one.fields().forEach((key, value) -> {
            if (!IGNORED.contains(key) && value.exists()) {
                report.leftOut(value.place(), key, "left out: a prompt file has nothing like it");
            }
        });
    }

    private static void chat(Value prompt, PromptDraft draft, Report.Builder report) {
        var messages = new ChatMessages((text, place) -> References.parse(text, place, report), draft, report);
        for (Value message : prompt.items()) {
            if (!message.get("type").textOr("").equals("placeholder")) {
                messages.read(List.of(message));
            } else {
                draft.placeholder(message.get("name").textOr("history"), message.place());
            }
        }
    }
}
