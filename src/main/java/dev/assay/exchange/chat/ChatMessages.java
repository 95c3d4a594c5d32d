package dev.assay.exchange.chat;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads messages as most tools write them: {@code {role, content}}, the content a text or a list of parts. */
public final class ChatMessages {
    private static final Set<String> KNOWN = Set.of("role", "content", "type");
    private static final Set<String> PART =
            Set.of("type", "text", "image_url", "image", "source", "input_audio", "file", "annotations");

    private final BiFunction<String, String, ParsedTemplate> syntax;
    private final PromptDraft draft;
    private final Report.Builder report;
    private int media;

    /**
     * @param syntax reads a text, given the text and its place
     * @param draft what messages are added to
     */
    public ChatMessages(BiFunction<String, String, ParsedTemplate> syntax, PromptDraft draft, Report.Builder report) {
        this.syntax = syntax;
        this.draft = draft;
        this.report = report;
    }

    /** Whether a value looks like a list of messages. */
    public static boolean isChat(Value value) {
        return value.isList()
                && !value.items().isEmpty()
                && value.items().stream().allMatch(one -> one.get("role").isText());
    }

    /** Adds what stands for the system beside the messages: a text, or a list of parts; nothing where it is absent. */
    public void system(Value content) {
        if (content.exists()) {
            content(Role.SYSTEM, content, content);
        }
    }

    /** Adds all messages. */
    public void read(List<Value> messages) {
        messages.forEach(this::message);
    }

    private void message(Value message) {
        String name = message.get("role").textOr("");
        Optional<Role> role = Roles.find(name);
        if (role.isEmpty()) {
            report.needsHand(
                    message.place(), "role '" + name + "'", "became user: Assay knows system, user, model and tool");
        }
        message.fields().forEach((key, value) -> {
            if (!KNOWN.contains(key) && value.exists()) {
                report.leftOut(value.place(), key, "left out: a message of a prompt has a role and a content only");
            }
        });
        content(role.orElse(Role.USER), message.get("content"), message);
    }

    private void content(Role role, Value content, Value message) {
        if (content.isList() && !content.items().isEmpty()) {
            parts(role, content);
        } else if (content.textOr("").isBlank()) {
            report.leftOut(message.place(), "an empty message", "left out: messages without text are not sent");
        } else {
            draft.message(role, syntax.apply(content.textOr(""), content.place()));
        }
    }

    private void parts(Role role, Value content) {
        List<Part> parts = new ArrayList<>();
        List<ParsedTemplate> texts = new ArrayList<>();
        for (Value part : content.items()) {
            part.fields().forEach((key, value) -> {
                if (!PART.contains(key) && value.exists()) {
                    report.leftOut(value.place(), key + " of a part", "left out: a part has its text or address only");
                }
            });
            switch (part.get("type").textOr(part.isText() ? "bare" : "")) {
                case "bare" -> texts.add(add(part, parts));
                case "text", "input_text", "output_text" -> texts.add(add(part.get("text"), parts));
                case "image_url", "input_image", "image" -> medium(part, parts);
                default -> {
                    report.needsHand(
                            part.place(),
                            "a part of type '" + part.get("type").textOr("?") + "'",
                            "left out: it has no equivalent");
                }
            }
        }
        var whole = new ParsedTemplate(parts, values -> evaluate(texts, values), Map.of());
        draft.message(role, whole, parts);
    }

    private ParsedTemplate add(Value text, List<Part> parts) {
        ParsedTemplate read = syntax.apply(text.textOr(""), text.place());
        parts.addAll(read.parts());
        read.defaults().forEach(draft::defaultValue);
        return read;
    }

    private static String evaluate(List<ParsedTemplate> texts, Map<String, Object> values) {
        var out = new StringBuilder();
        texts.forEach(text -> out.append(text.evaluator().apply(values)));
        return out.toString();
    }

    /** An address written out becomes the default of an input, so that it can be changed from case to case. */
    private void medium(Value part, List<Part> parts) {
        Value image = part.get("image_url");
        String url = image.isMap() ? image.get("url").textOr("") : image.textOr("");
        if (image.get("detail").exists()) {
            report.leftOut(image.get("detail").place(), "detail of an image", "left out: Assay does not send it");
        }
        Value source = part.get("source");
        if (source.isMap()) {
            url = source.get("data").isText()
                    ? "data:" + source.get("media_type").textOr("image/png") + ";base64,"
                            + source.get("data").textOr("")
                    : source.get("url").textOr("");
        }
        if (url.isEmpty()) {
            report.needsHand(part.place(), "an image", "left out: it has no address");
            return;
        }
        List<Part> read = syntax.apply(url, image.place()).parts();
        if (read.size() == 1 && read.getFirst() instanceof Part.Value value) {
            parts.add(new Part.Media(value.ref(), null));
            report.converted(part.place(), "an image", "{{media url=...}}");
            return;
        }
        String input = "image" + (++media > 1 ? media : "");
        draft.defaultValue(input, url);
        parts.add(new Part.Media(Ref.input(List.of(input)), null));
        report.converted(
                part.place(), "an image", "{{media url=" + input + "}}, its address as the default of that input");
    }
}
