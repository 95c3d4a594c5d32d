package dev.assay.exchange.prompty;

import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.Neighbours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The inputs that a Prompty file declares, in any of the ways it may. */
final class PromptyInputs {
    private static final Set<String> MEDIA = Set.of("image", "audio", "file");

    private final Map<String, Object> samples = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> media = new LinkedHashSet<>();
    private final Set<String> threads = new LinkedHashSet<>();
    private final Neighbours neighbours;
    private final PromptDraft draft;
    private final Report.Builder report;

    /** @param neighbours the files beside the prompt, which samples may stand in */
    PromptyInputs(Neighbours neighbours, PromptDraft draft, Report.Builder report) {
        this.neighbours = neighbours;
        this.draft = draft;
        this.report = report;
    }

    /** Values that the file itself gives as examples. */
    Map<String, Object> samples() {
        return samples;
    }

    /** All declared names. */
    Set<String> names() {
        return names;
    }

    /** Those that stand for an image, a sound or a file. */
    Set<String> media() {
        return media;
    }

    /** Those that stand for earlier messages. */
    Set<String> threads() {
        return threads;
    }

    void read(Value root) {
        root.get("inputs").items().forEach(one -> declare(one.get("name").textOr(""), one));
        root.get("inputs").fields().forEach(this::declare);
        sample(root.get("sample"));
    }

    private void sample(Value sample) {
        Value values = sample.isText() ? file(sample, sample.textOr("")) : sample;
        values.fields().forEach((name, value) -> {
            String text = value.textOr("");
            Value given = text.startsWith("${file:") ? file(value, text) : value;
            Object raw = given.raw();
            if (text.startsWith("${env:")) {
                report.leftOut(value.place(), "sample " + name, "left out: it is looked up in the environment");
            } else if (raw != null) {
                samples.put(name, raw);
                names.add(name);
            }
        });
    }

    /** The content of a file that stands for a value. */
    private Value file(Value value, String reference) {
        String path = reference.replaceFirst("^\\$\\{file:", "").replaceFirst("}$", "");
        Optional<String> text = neighbours.read(path);
        if (text.isEmpty()) {
            report.needsHand(value.place(), path, "left out: there is no such file in the folder of the prompt");
            return Value.of(null, value.place());
        }
        report.converted(value.place(), path, "its content is the value");
        return path.endsWith(".json")
                ? JsonDocument.read(path, text.get())
                : Value.of(text.get().strip(), value.place());
    }

    private void declare(String name, Value one) {
        if (name.isBlank()) {
            report.needsHand(one.place(), "an input without a name", "left out");
            return;
        }
        names.add(name);
        String kind = one.isMap()
                ? one.get(one.get("kind").exists() ? "kind" : "type").textOr("string")
                : kindOf(one);
        Object value = one.isMap() ? one.get("default").raw() : one.raw();
        Object example = one.isMap()
                ? one.get(one.get("sample").exists() ? "sample" : "example").raw()
                : null;
        if (example != null) {
            samples.put(name, example);
        }
        if (kind.equals("thread")) {
            threads.add(name);
            report.converted(one.place(), "input " + name + " of kind thread", "{{history}}");
            return;
        }
        if (MEDIA.contains(kind)) {
            media.add(name);
        }
        if (value != null) {
            draft.defaultValue(name, value);
        }
        boolean required = Boolean.TRUE.equals(one.get("required").raw());
        schema(name, kind, one, required);
        report.converted(
                one.place(),
                "input " + name,
                (required ? "a required " : "an optional ") + "input" + (value == null ? "" : " with a default"));
    }

    private void schema(String name, String kind, Value one, boolean required) {
        String key = required ? name : name + "?";
        String description =
                one.get("description").textOr("").replaceAll("\\s+", " ").strip();
        List<Object> values = new ArrayList<>();
        one.get("enumValues").items().forEach(value -> values.add(String.valueOf(value.raw())));
        one.get("enum").items().forEach(value -> values.add(String.valueOf(value.raw())));
        String after = description.isEmpty() ? "" : ", " + description;
        if (!values.isEmpty()) {
            draft.declare(key + "(enum" + after.replace(")", "") + ")", values);
        } else if (kind.equals("array") || kind.equals("list")) {
            draft.declare(key + "(array" + after.replace(")", "") + ")", "any");
        } else {
            draft.declare(key, scalar(kind) + after);
        }
    }

    private static String scalar(String kind) {
        return switch (kind) {
            case "integer" -> "integer";
            case "float", "number" -> "number";
            case "boolean" -> "boolean";
            case "object", "any" -> "any";
            default -> "string";
        };
    }

    private static String kindOf(Value value) {
        return switch (value.raw()) {
            case List<?> list -> "array";
            case Boolean truth -> "boolean";
            case Long whole -> "integer";
            case Number real -> "number";
            case null -> "string";
            default -> "string";
        };
    }
}
