package dev.assay.exchange.promptfoo;

import dev.assay.exchange.chat.ChatMessages;
import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.Neighbours;
import dev.assay.exchange.source.SafeName;
import dev.assay.exchange.syntax.Printed;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the prompts of a configuration: texts, files of texts, and chats. */
final class PromptfooPrompts {
    private static final String PROGRAM = "(?i).*\\.(py|js|cjs|mjs|ts|mts|cts|sh|rb|exe|bat)(:\\w+)?";

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
        if (value.isMap() && !value.get("raw").exists() && !value.get("id").exists()) {
            value.fields().forEach((file, label) -> reference(file, label.textOr(""), label.place()));
            return prompts;
        }
        for (Value one : value.isList() ? value.items() : List.of(value)) {
            String label = one.get("label").textOr(one.get("id").textOr(""));
            Value text = one.isMap() ? one.get(one.get("raw").exists() ? "raw" : "id") : one;
            if (one.get("config").exists()) {
                report.leftOut(
                        one.get("config").place(),
                        "config of a prompt",
                        "left out: it is for programs and models there");
            }
            if (text.isText()) {
                reference(text.textOr(""), label.equals(text.textOr("")) ? "" : label, one.place());
            } else {
                report.needsHand(one.place(), "a prompt of another kind", "left out: it is neither text nor a file");
            }
        }
        return prompts;
    }

    private void reference(String text, String label, String place) {
        if (text.matches("(exec|langfuse|helicone|portkey|https?):\\S+") || text.startsWith("exec:")) {
            report.needsHand(
                    place, text, "left out: it is made by a program or lies elsewhere; write its text into a file");
        } else if (!isFile(text)) {
            add(label, text, place);
        } else {
            files(text.replaceFirst("^file://", "").replaceFirst("^(\\./)+", ""), label, place);
        }
    }

    private static boolean isFile(String text) {
        return text.startsWith("file://")
                || text.matches("(?i)[^\\s{}]+\\.(txt|md|j2|json|jsonl|ya?ml|csv|py|js|cjs|mjs|ts|sh)(:\\w+)?")
                || (text.matches("[^\\s{}]+") && text.contains("/") && text.contains("*"));
    }

    private void files(String path, String label, String place) {
        List<String> files = Neighbours.isPattern(path) ? source.neighbours().matching(path) : List.of(path);
        if (files.isEmpty()) {
            report.needsHand(place, path, "left out: no file in the folder of " + source.file() + " fits");
        }
        files.forEach(one -> file(one, files.size() > 1 ? "" : label, place));
    }

    private void file(String path, String label, String place) {
        if (path.matches(PROGRAM)) {
            report.needsHand(place, path, "left out: prompts made by a program must be written as a template");
            return;
        }
        Optional<String> text = source.neighbours().read(path);
        if (text.isEmpty()) {
            report.needsHand(place, path, "left out: there is no such file in the folder of " + source.file());
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
        Optional<Value> chat = ChatText.read(text.strip(), place, report);
        if (chat.isPresent()) {
            chat(chat.get().items(), place, draft);
        } else {
            draft.message(Role.USER, Jinja.parse(text, place, Printed.JAVASCRIPT, report));
        }
        String wanted = SafeName.of(label.length() > 60 || label.contains("\n") ? "" : label, "");
        String name = wanted.isEmpty() ? source.name() : source.name() + "/" + wanted;
        String free = SafeName.free(
                name, one -> prompts.stream().anyMatch(prompt -> prompt.name().equals(one)));
        prompts.add(draft.finish(free, place, samples, report));
    }

    private void chat(List<Value> all, String place, PromptDraft draft) {
        var messages = new ChatMessages(
                (one, at) -> Jinja.parse(one, place + " " + at, Printed.JAVASCRIPT, report), draft, report);
        for (Value one : all) {
            if (one.get("role").textOr("").equals(ChatText.HISTORY)) {
                draft.history();
            } else {
                messages.read(List.of(one));
            }
        }
        report.converted(place, "a chat of " + all.size() + " messages", "messages with roles");
    }
}
