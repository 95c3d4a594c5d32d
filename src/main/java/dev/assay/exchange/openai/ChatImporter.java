package dev.assay.exchange.openai;

import dev.assay.exchange.chat.ChatMessages;
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
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a list of messages, or the body of a request, into a prompt. Its texts are texts: braces mean nothing. */
public final class ChatImporter implements Importer {
    private static final Set<String> HANDLED = Set.of(
            "model",
            "messages",
            "input",
            "instructions",
            "system",
            "tools",
            "functions",
            "response_format",
            "stream",
            "stream_options",
            "options",
            "text",
            "format");

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        Value root = JsonDocument.read(source.file(), source.text());
        Value messages = root.isList() ? root : root.get(root.get("messages").exists() ? "messages" : "input");
        if (messages.items().stream().noneMatch(one -> one.get("role").isText())) {
            throw new InputException(
                    new SourceLocation(source.file(), 1, 1),
                    "This is no chat: it needs a list of messages, each with a role");
        }
        var report = new Report.Builder();
        var draft = new PromptDraft();
        var reader = new ChatMessages((text, place) -> literal(text, place, report), draft, report);
        if (root.isMap()) {
            body(root, reader, draft, report);
        }
        int read = 0;
        for (Value one : messages.items()) {
            if (one.get("role").isText()) {
                reader.read(List.of(one));
                read++;
            } else {
                report.leftOut(
                        one.place(),
                        "an item of type '" + one.get("type").textOr("?") + "'",
                        "left out: a prompt holds messages only");
            }
        }
        report.converted(messages.place(), read + " messages", "messages with roles");
        return new ImportResult(List.of(draft.finish(source.name(), "", List.of(), report)), List.of(), report.build());
    }

    private static ParsedTemplate literal(String text, String place, Report.Builder report) {
        if (text.contains("{{")) {
            report.needsHand(place, "{{ in the text", "kept as text: take the backslash away where it is an input");
        }
        return ParsedTemplate.literal(text);
    }

    private static void body(Value root, ChatMessages reader, PromptDraft draft, Report.Builder report) {
        String model = root.get("model").textOr("");
        if (!model.isEmpty()) {
            String full = Parameters.model(model).orElse("openai/" + model);
            draft.put("model", full);
            report.converted(root.get("model").place(), "model " + model, "model: " + full);
        }
        reader.system(root.get("system"));
        reader.system(root.get("instructions"));
        Parameters.read(root, draft, "openai", HANDLED, report);
        Parameters.read(root.get("options"), draft, "openai", Set.of(), report);
        draft.format(root.get("response_format"), report);
        draft.format(root.get("text").get("format"), report);
        if (root.get("format").exists()) {
            draft.put("output", Map.of("format", "json"));
            report.converted(root.get("format").place(), "format", "output.format: json");
        }
        List<Value> tools = new ArrayList<>(root.get("tools").items());
        tools.addAll(root.get("functions").items());
        Tools.read(tools, draft, report);
    }
}
