package dev.assay.exchange.promptfoo;

import dev.assay.exchange.chat.ChatMessages;
import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.document.YamlDocument;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.SafeName;
import dev.assay.exchange.syntax.Printed;
import dev.assay.llm.InputException;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the prompts of a configuration: texts, files of texts, and chats. */
final class PromptfooPrompts {
    private final ImportSource source;
    private final Consumer<PromptDraft> settings;
    private final List<Map<String, Object>> samples;
    private final Report.Builder report;
    private final List<ImportedPrompt> prompts = new ArrayList<>();

    /**
     * @param settings what every prompt is given: model, parameters, description
     * @param samples values of the tests, to compare renderings with
     */
    PromptfooPrompts(
            ImportSource source,
            Consumer<PromptDraft> settings,
            List<Map<String, Object>> samples,
            Report.Builder report) {
        this.source = source;
        this.settings = settings;
        this.samples = samples;
        this.report = report;
    }

    List<ImportedPrompt> read(Value value) {
        List<Value> all = value.isList() ? value.items() : List.of(value);
        for (Value one : all) {
            String label = one.get("label").textOr(one.get("id").textOr(""));
            Value text = one.isMap() ? one.get(one.get("raw").exists() ? "raw" : "id") : one;
            if (!text.isText()) {
                report.needsHand(one.place(), "a prompt of another kind", "left out: it is neither text nor a file");
            } else if (isFile(text.textOr(""))) {
                file(text, label.equals(text.textOr("")) ? "" : label);
            } else {
                add(label, text.textOr(""), one.place());
            }
        }
        return prompts;
    }

    private static boolean isFile(String text) {
        return text.startsWith("file://")
                || text.matches("(?i)[^\\s{}]+\\.(txt|md|j2|json|jsonl|ya?ml|csv|py|js|cjs|mjs|ts)(:\\w+)?");
    }

    private void file(Value reference, String label) {
        String path = reference.textOr("").replaceFirst("^file://", "");
        if (path.matches("(?i).*\\.(py|js|cjs|mjs|ts)(:\\w+)?")) {
            report.needsHand(
                    reference.place(), path, "left out: prompts made by a program must be written as a template");
            return;
        }
        Optional<String> text =
                path.contains("*") ? Optional.empty() : source.neighbours().read(path);
        if (text.isEmpty()) {
            String why = path.contains("*")
                    ? "import each of the files by itself"
                    : "there is no such file in the folder of " + source.file();
            report.needsHand(reference.place(), path, "left out: " + why);
            return;
        }
        String name = label.isEmpty() ? SafeName.ofFile(path) : label;
        if (path.matches("(?i).*\\.(txt|md|j2)")) {
            String[] several = text.get().split("(?m)^---[ \\t]*$");
            for (String one : several) {
                if (!one.isBlank()) {
                    add(name, one.strip(), path);
                }
            }
        } else {
            add(name, text.get().strip(), path);
        }
    }

    private void add(String label, String text, String place) {
        var draft = new PromptDraft();
        settings.accept(draft);
        Optional<Value> chat = chat(text);
        if (chat.isPresent()) {
            new ChatMessages((one, at) -> Jinja.parse(one, place + " " + at, Printed.JAVASCRIPT, report), draft, report)
                    .read(chat.get().items());
            report.converted(place, "a chat of " + chat.get().items().size() + " messages", "messages with roles");
        } else {
            if (text.startsWith("[") && text.contains("\"role\"")) {
                report.needsHand(
                        place,
                        "a chat that is not plain JSON",
                        "kept as one message: its templates change its structure");
            }
            draft.message(Role.USER, Jinja.parse(text, place, Printed.JAVASCRIPT, report));
        }
        String wanted = SafeName.of(label.length() > 60 || label.contains("\n") ? "" : label, "");
        String name = wanted.isEmpty() ? source.name() : source.name() + "/" + wanted;
        String free = SafeName.free(
                name, one -> prompts.stream().anyMatch(prompt -> prompt.name().equals(one)));
        prompts.add(draft.finish(free, place, samples, report));
    }

    /** The messages, where the text is a list of them in JSON or YAML. */
    private static Optional<Value> chat(String text) {
        boolean json = text.startsWith("[");
        boolean yaml = text.startsWith("- role:");
        if (!json && !yaml) {
            return Optional.empty();
        }
        try {
            Value value = json ? JsonDocument.read("prompt", text) : YamlDocument.read("prompt", text);
            return Optional.of(value).filter(ChatMessages::isChat);
        } catch (InputException e) {
            // Templates around the structure; said by the caller.
            return Optional.empty();
        }
    }
}
