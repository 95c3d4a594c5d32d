package dev.assay.exchange.langchain;

import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.mustache.Mustache;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.FString;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.syntax.Printed;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the templates of a manifest, each strictly by the format that it declares. */
final class ManifestTemplates {
    private static final Pattern ESCAPED = Pattern.compile("(?<!\\{)\\{\\{\\s*[\\p{L}_.]");

    private final Set<String> declared;
    private final PromptDraft draft;
    private final Report.Builder report;

    /** @param arguments those of the whole prompt, which name its inputs */
    ManifestTemplates(Value arguments, PromptDraft draft, Report.Builder report) {
        this.declared = arguments.get("input_variables").items().stream()
                .map(name -> name.textOr(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        this.draft = draft;
        this.report = report;
    }

    void messages(List<Value> messages) {
        for (Value message : messages) {
            String type = LangChainImporter.type(message);
            if (type.equals("MessagesPlaceholder")) {
                placeholder(message);
            } else if (type.equals("FewShotChatMessagePromptTemplate")) {
                examples(message.get("kwargs"));
            } else {
                message(message, type);
            }
        }
    }

    private void placeholder(Value message) {
        String name = message.get("kwargs").get("variable_name").textOr("");
        draft.placeholder(name.isEmpty() ? "history" : name, message.place());
    }

    /** The messages of the example prompt once for each example; what they then hold are texts. */
    private void examples(Value arguments) {
        Value prompt = arguments.get("example_prompt");
        List<Value> messages = type(prompt).equals("ChatPromptTemplate")
                ? prompt.get("kwargs").get("messages").items()
                : List.of(prompt);
        for (Value example : FewShot.examples(arguments, report).orElse(List.of())) {
            for (Value message : messages) {
                Value inner = message.get("kwargs");
                ParsedTemplate template = node(inner.get("prompt"));
                draft.message(
                        role(type(message), inner).orElse(Role.USER),
                        ParsedTemplate.literal(FewShot.filled(template, example, report)));
            }
        }
    }

    private static String type(Value node) {
        return LangChainImporter.type(node);
    }

    /** Values that are given already. */
    void partials(Value arguments) {
        arguments.get("partial_variables").fields().forEach((name, value) -> {
            Object raw = value.raw();
            if (raw != null && !value.isMap()) {
                draft.defaultValue(name, raw);
                report.converted(value.place(), "partial variable " + name, "input.default");
            } else {
                report.needsHand(value.place(), "partial variable " + name, "left out: it is computed by a program");
            }
        });
    }

    private void message(Value message, String type) {
        Value arguments = message.get("kwargs");
        Role role = role(type, arguments).orElse(null);
        if (role == null) {
            report.needsHand(
                    message.place(),
                    type.isEmpty() ? "a message of no known kind" : type,
                    "left out: it has no equivalent");
            return;
        }
        Value prompt = arguments.get("prompt");
        if (arguments.get("content").exists()) {
            literal(role, arguments.get("content"));
        } else if (prompt.isList()) {
            several(role, prompt.items());
        } else {
            draft.message(role, node(prompt));
        }
    }

    private Optional<Role> role(String type, Value arguments) {
        return switch (type.replace("PromptTemplate", "")) {
            case "SystemMessage" -> Optional.of(Role.SYSTEM);
            case "HumanMessage" -> Optional.of(Role.USER);
            case "AIMessage" -> Optional.of(Role.ASSISTANT);
            case "ChatMessage" -> Optional.of(otherRole(arguments.get("role")));
            default -> Optional.empty();
        };
    }

    private Role otherRole(Value name) {
        return Roles.find(name.textOr("user")).orElseGet(() -> {
            report.needsHand(
                    name.place(),
                    "role '" + name.textOr("") + "'",
                    "became user: Assay knows system, user, model and tool");
            return Role.USER;
        });
    }

    /** A message that is no template: its braces are braces. */
    private void literal(Role role, Value content) {
        String text = content.isText()
                ? content.textOr("")
                : content.items().stream()
                        .map(part -> part.get("text").textOr(part.textOr("")))
                        .collect(Collectors.joining());
        if (content.items().stream()
                .anyMatch(part -> part.isMap() && !part.get("text").isText())) {
            report.needsHand(content.place(), "a part that is no text", "left out: it has no equivalent");
        }
        draft.message(role, ParsedTemplate.literal(text));
    }

    private void several(Role role, List<Value> prompts) {
        List<ParsedTemplate> texts = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Value prompt : prompts) {
            if (LangChainImporter.type(prompt).equals("ImagePromptTemplate")) {
                image(prompt, parts);
            } else {
                ParsedTemplate read = node(prompt);
                texts.add(read);
                parts.addAll(read.parts());
            }
        }
        draft.message(
                role,
                new ParsedTemplate(
                        parts,
                        values -> texts.stream()
                                .map(text -> text.evaluator().apply(values))
                                .collect(Collectors.joining()),
                        Map.of()),
                parts);
    }

    private void image(Value prompt, List<Part> parts) {
        Value arguments = prompt.get("kwargs");
        Value template = arguments.get("template");
        Value url = template.isMap() ? template.get("url") : template;
        ParsedTemplate read =
                parse(url.textOr(""), arguments.get("template_format").textOr("f-string"), url.place());
        List<Part> values =
                read.parts().stream().filter(Part.Value.class::isInstance).toList();
        if (values.size() != 1) {
            report.needsHand(prompt.place(), "an image", "left out: write {{media url=...}} with its address");
            return;
        }
        Ref ref = ((Part.Value) values.getFirst()).ref();
        parts.add(new Part.Media(ref, null));
        if (read.parts().size() == 1) {
            report.converted(prompt.place(), "an image", "{{media url=...}}");
        } else {
            report.needsHand(
                    prompt.place(),
                    "an image at " + url.textOr(""),
                    "became {{media url=" + String.join(".", ref.names()) + "}}: give the whole address as the value");
        }
    }

    /** A template with what it declares, alone or as the arguments of a node. */
    ParsedTemplate node(Value prompt) {
        Value arguments = prompt.get("kwargs").isMap() ? prompt.get("kwargs") : prompt;
        partials(arguments);
        return template(arguments);
    }

    /** A text in the format that its arguments name. */
    ParsedTemplate parse(String text, Value arguments) {
        return parse(text, arguments.get("template_format").textOr("f-string"), arguments.place());
    }

    /** A template with the format it names; one that names none is a format string, as in LangChain itself. */
    ParsedTemplate template(Value arguments) {
        Value template = arguments.get("template");
        return parse(template.textOr(""), arguments.get("template_format").textOr("f-string"), template.place());
    }

    private ParsedTemplate parse(String text, String format, String place) {
        return switch (format) {
            case "mustache" -> {
                if (ESCAPED.matcher(text).find()) {
                    report.needsHand(
                            place,
                            "{{name}} in mustache",
                            "prints values as they are, as LangChain for JavaScript does; LangChain for Python writes"
                                    + " &, <, > and \" in them as HTML");
                }
                yield Mustache.parse(text, place, Map.of(), declared, report);
            }
            case "jinja2" -> Jinja.parse(text, place, Printed.PYTHON, report);
            case "f-string" -> FString.parse(text, place, report);
            default -> {
                report.needsHand(place, "template_format " + format, "kept as text: Assay does not know it");
                yield ParsedTemplate.literal(text);
            }
        };
    }
}
