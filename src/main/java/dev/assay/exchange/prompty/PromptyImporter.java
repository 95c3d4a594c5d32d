package dev.assay.exchange.prompty;

import dev.assay.exchange.chat.Parameters;
import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.chat.Secrets;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.document.YamlDocument;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.mustache.Mustache;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.syntax.Printed;
import dev.assay.exchange.table.Rows;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.prompt.frontmatter.FileLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a Prompty file of either version into a prompt, its sample into a dataset. */
public final class PromptyImporter implements Importer {
    private static final Set<String> KNOWN = Set.of(
            "name", "description", "model", "inputs", "sample", "outputs", "tools", "template", "kind", "$schema");
    private static final Set<String> MODEL = Set.of(
            "id", "provider", "api", "apiType", "configuration", "connection", "parameters", "options", "response");

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        FileLayout layout = FileLayout.of(source.text());
        if (!layout.hasFrontMatter() || !layout.closed()) {
            throw new InputException(
                    new SourceLocation(source.file(), 1, 1),
                    "This is no Prompty file: it begins with settings between two lines of ---");
        }
        String before = source.text().substring(0, layout.yamlStart());
        Value root = YamlDocument.read(
                source.file(), source.text().substring(layout.yamlStart(), layout.yamlEnd()), 1 + lines(before));
        var report = new Report.Builder();
        var draft = new PromptDraft();
        var inputs = new PromptyInputs(source.neighbours(), draft, report);
        inputs.read(root);
        settings(root, draft, report);
        int line = 1 + lines(source.text().substring(0, layout.bodyStart()));
        String body = RoleLines.withoutLoops(
                source.text().substring(layout.bodyStart(), layout.bodyEnd()), line, inputs.threads(), report);
        body(body, line, root, inputs, draft, report);
        List<Map<String, Object>> given = inputs.samples().isEmpty() ? List.of() : List.of(inputs.samples());
        ImportedPrompt prompt = draft.finish(source.name(), "", given, report);
        return new ImportResult(List.of(prompt), dataset(source, inputs, report), report.build());
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static List<ImportedDataset> dataset(ImportSource source, PromptyInputs inputs, Report.Builder report) {
        if (inputs.samples().isEmpty()) {
            return List.of();
        }
        report.converted("", "the sample values", "a dataset with one case");
        return List.of(Rows.dataset(source.name(), List.of(inputs.samples())));
    }

    private static void settings(Value root, PromptDraft draft, Report.Builder report) {
        root.get("description").text().ifPresent(text -> draft.put("description", text.strip()));
        if (!root.get("description").exists()) {
            root.get("name").text().ifPresent(text -> draft.put("description", text));
        }
        model(root.get("model"), draft, report);
        PromptyOutputs.read(root, draft, report);
        root.fields().forEach((key, value) -> {
            Object raw = value.raw();
            if (KNOWN.contains(key) || raw == null) {
                return;
            }
            if (Secrets.holds(key, raw)) {
                report.leftOut(value.place(), key, "not copied: it may hold secrets");
            } else if (key.equals("tags") && value.isList()) {
                draft.put("assay.tags", raw);
                report.converted(value.place(), key, "assay.tags");
            } else if (key.equals("metadata") && value.fields().keySet().equals(Set.of("tags"))) {
                draft.put(
                        "assay.tags",
                        value.get("tags").items().stream()
                                .map(tag -> tag.textOr(String.valueOf(tag.raw())))
                                .toList());
                report.converted(value.place(), "metadata.tags", "assay.tags");
            } else {
                draft.put("assay.prompty." + key.replace('.', '_'), raw);
                report.needsHand(value.place(), key, "kept under assay.prompty." + key.replace('.', '_'));
            }
        });
    }

    private static void model(Value model, PromptDraft draft, Report.Builder report) {
        if (!model.exists()) {
            return;
        }
        Value configuration = model.get("configuration");
        String id = model.isText() ? model.textOr("") : model.get("id").textOr("");
        String name = !id.isEmpty()
                ? id
                : configuration
                        .get("azure_deployment")
                        .textOr(configuration
                                .get("name")
                                .textOr(configuration.get("model").textOr("")));
        String provider = model.get("provider")
                .textOr(
                        switch (configuration.get("type").textOr("")) {
                            case "azure_openai" -> "azure";
                            case "openai" -> "openai";
                            default -> "";
                        });
        String full = provider.isEmpty()
                ? name.contains("/") ? name : Parameters.model(name).orElse("")
                : provider + "/" + name;
        if (!full.isEmpty() && !name.isEmpty() && !Secrets.holds("", name)) {
            draft.put("model", full);
            report.converted(model.place(), "model " + name, "model: " + full);
        } else if (!name.isEmpty() && !Secrets.holds("", name)) {
            draft.put("assay.prompty.model", name);
            report.needsHand(
                    model.place(),
                    "model " + name,
                    "kept under assay.prompty.model: write it as model: PROVIDER/" + name);
        } else if (!name.isEmpty()) {
            report.leftOut(
                    model.place(),
                    "model " + name,
                    "left out: it is looked up in the environment; write model: PROVIDER/MODEL");
        }
        for (String key : List.of("configuration", "connection")) {
            if (model.get(key).exists()) {
                report.leftOut(
                        model.get(key).place(),
                        "model." + key,
                        "not copied: it may hold secrets; connections go into providers.yaml");
            }
        }
        Parameters.read(model.get("parameters"), draft, "prompty", Set.of("response_format"), report);
        Parameters.read(
                model.get("options"), draft, "prompty", Set.of("response_format", "additionalProperties"), report);
        draft.format(model.get("parameters").get("response_format"), report);
        model.fields().forEach((key, value) -> {
            if (!MODEL.contains(key) && value.exists()) {
                report.leftOut(value.place(), "model." + key, "left out: a prompt file has nothing like it");
            }
        });
    }

    private static void body(
            String body, int firstLine, Value root, PromptyInputs inputs, PromptDraft draft, Report.Builder report) {
        boolean mustache = isMustache(root.get("template"));
        List<Part> remarks = new ArrayList<>();
        for (RoleLines.Section section : RoleLines.of(body)) {
            String place = "line " + (firstLine + section.line() - 1);
            if (!section.attributes().isEmpty()) {
                report.leftOut(place, section.attributes(), "left out: a role has no attributes here");
            }
            ParsedTemplate parsed = mustache
                    ? Mustache.parse(section.text(), place, inputs.samples(), inputs.names(), report)
                    : Jinja.parse(section.text(), place, Printed.PYTHON, report);
            if (section.text().contains("![")) {
                report.needsHand(place, "an image in Markdown", "kept as text: write {{media url=...}} for it");
            }
            if (isRemark(parsed.parts())) {
                parsed.parts().stream().filter(Part.Kept.class::isInstance).forEach(remarks::add);
                continue;
            }
            section(section, withRemarks(remarks, parsed), place, inputs, draft, report);
            remarks.clear();
        }
    }

    private static boolean isRemark(List<Part> parts) {
        return parts.stream()
                .allMatch(part -> part instanceof Part.Kept
                        || (part instanceof Part.Text text && text.text().isBlank()));
    }

    /** A remark by itself is no message: it goes to the next one. */
    private static ParsedTemplate withRemarks(List<Part> remarks, ParsedTemplate parsed) {
        List<Part> parts = new ArrayList<>(remarks);
        parts.addAll(parsed.parts());
        return new ParsedTemplate(parts, parsed.evaluator(), parsed.defaults());
    }

    /** An input that stands for earlier messages splits a section in two. */
    private static void section(
            RoleLines.Section section,
            ParsedTemplate parsed,
            String place,
            PromptyInputs inputs,
            PromptDraft draft,
            Report.Builder report) {
        List<Part> parts = new ArrayList<>();
        boolean history = false;
        for (Part part : parsed.parts()) {
            Ref ref = part instanceof Part.Value value && value.ref().isInput() ? value.ref() : null;
            if (ref != null && inputs.threads().contains(ref.names().getFirst())) {
                history = true;
            } else if (ref != null && inputs.media().contains(ref.names().getFirst())) {
                parts.add(new Part.Media(ref, null));
                report.converted(
                        place,
                        "{{" + ref.names().getFirst() + "}}",
                        "{{media url=" + ref.names().getFirst() + "}}");
            } else {
                parts.add(part);
            }
        }
        boolean blank = parts.stream()
                .allMatch(part -> part instanceof Part.Text text && text.text().isBlank());
        if (!blank) {
            draft.message(
                    section.role(),
                    history || parts.size() != parsed.parts().size()
                            ? tidied(parsed, inputs)
                            : withoutMedia(parsed, inputs),
                    tidied(parts, history));
        }
        if (history && draft.hasHistory()) {
            report.needsHand(place, "a second place for earlier messages", "left out: a prompt has one {{history}}");
        } else if (history) {
            draft.history();
        }
    }

    private static List<Part> tidied(List<Part> parts, boolean history) {
        if (!history || !(parts.getLast() instanceof Part.Text text)) {
            return parts;
        }
        List<Part> tidy = new ArrayList<>(parts.subList(0, parts.size() - 1));
        if (!text.text().isBlank()) {
            tidy.add(new Part.Text(text.text().stripTrailing()));
        }
        return tidy;
    }

    private static ParsedTemplate tidied(ParsedTemplate parsed, PromptyInputs inputs) {
        ParsedTemplate without = withoutMedia(parsed, inputs);
        return new ParsedTemplate(
                parsed.parts(), values -> without.evaluator().apply(values).stripTrailing(), parsed.defaults());
    }

    /** What is no text there either prints nothing. */
    private static ParsedTemplate withoutMedia(ParsedTemplate parsed, PromptyInputs inputs) {
        if (inputs.media().isEmpty() && inputs.threads().isEmpty()) {
            return parsed;
        }
        return new ParsedTemplate(
                parsed.parts(),
                values -> {
                    var silent = new java.util.LinkedHashMap<>(values);
                    inputs.media().forEach(name -> silent.put(name, ""));
                    inputs.threads().forEach(name -> silent.put(name, ""));
                    return parsed.evaluator().apply(silent);
                },
                parsed.defaults());
    }

    private static boolean isMustache(Value template) {
        Value format = template.get("format");
        String kind = template.isText()
                ? template.textOr("")
                : format.isText()
                        ? format.textOr("")
                        : format.get("kind").textOr(template.get("type").textOr(""));
        return kind.equals("mustache");
    }
}
