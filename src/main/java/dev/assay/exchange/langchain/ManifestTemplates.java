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
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the templates of a manifest, each strictly by the format that it declares. */
final class ManifestTemplates {
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
            } else {
                message(message, type);
            }
        }
    }

    private void placeholder(Value message) {
        String name = message.get("kwargs").get("variable_name").textOr("");
        if (draft.hasHistory()) {
            report.needsHand(message.place(), "placeholder " + name, "left out: a prompt has one {{history}}");
        } else {
            draft.history();
            report.converted(message.place(), "placeholder " + name, "{{history}}");
        }
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
            draft.message(role, template(prompt.get("kwargs").isMap() ? prompt.get("kwargs") : prompt));
        }
    }

    private static Optional<Role> role(String type, Value arguments) {
        return switch (type.replace("PromptTemplate", "")) {
            case "SystemMessage" -> Optional.of(Role.SYSTEM);
            case "HumanMessage" -> Optional.of(Role.USER);
            case "AIMessage" -> Optional.of(Role.ASSISTANT);
            case "ChatMessage" -> Roles.find(arguments.get("role").textOr("user"));
            default -> Optional.empty();
        };
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
                ParsedTemplate read = template(prompt.get("kwargs").isMap() ? prompt.get("kwargs") : prompt);
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
        if (read.parts().size() == 1 && read.parts().getFirst() instanceof Part.Value value) {
            parts.add(new Part.Media(value.ref(), null));
            report.converted(prompt.place(), "an image", "{{media url=...}}");
        } else {
            report.needsHand(prompt.place(), "an image", "left out: write {{media url=...}} with its address");
        }
    }

    /** A template with the format it names; one that names none is a format string, as in LangChain itself. */
    ParsedTemplate template(Value arguments) {
        Value template = arguments.get("template");
        return parse(template.textOr(""), arguments.get("template_format").textOr("f-string"), template.place());
    }

    private ParsedTemplate parse(String text, String format, String place) {
        return switch (format) {
            case "mustache" -> Mustache.parse(text, place, Map.of(), declared, report);
            case "jinja2" -> Jinja.parse(text, place, Printed.PYTHON, report);
            case "f-string" -> FString.parse(text, place, report);
            default -> {
                report.needsHand(place, "template_format " + format, "kept as text: Assay does not know it");
                yield ParsedTemplate.literal(text);
            }
        };
    }
}
