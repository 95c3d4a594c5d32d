package dev.assay.exchange.promptfoo.tests;

import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.document.YamlDocument;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.Neighbours;
import dev.assay.prompt.render.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the values of a test: those written out, and those in files beside the configuration.
 *
 * @param source the configuration
 */
record TestVars(ImportSource source, Report.Builder report) {

    /** The values by name. */
    Map<String, Object> read(Value vars) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (vars.isText()) {
            file(vars, values);
        }
        vars.items().forEach(one -> file(one, values));
        vars.fields().forEach((name, value) -> values.put(name, value(value)));
        return values;
    }

    /** All the files that a name or pattern means; what is not there is told. */
    List<String> files(Value reference) {
        String path = path(reference.textOr(""));
        List<String> files = Neighbours.isPattern(path) ? source.neighbours().matching(path) : List.of(path);
        if (files.isEmpty()
                || (files.size() == 1
                        && source.neighbours().read(files.getFirst()).isEmpty())) {
            report.needsHand(
                    reference.place(), path, "left out: there is no such file in the folder of " + source.file());
            return List.of();
        }
        return files;
    }

    static String path(String reference) {
        return reference.replaceFirst("^file://", "").replaceFirst("^(\\./)+", "");
    }

    /** A whole file of values: its keys are names. */
    private void file(Value reference, Map<String, Object> values) {
        for (String file : files(reference)) {
            Value read = document(file);
            if (read.isMap()) {
                read.fields().forEach((name, value) -> values.put(name, value(value)));
                report.converted(reference.place(), file, "its values are those of the test");
            } else {
                report.needsHand(reference.place(), file, "left out: it holds no values by name");
            }
        }
    }

    /** A file of the folder as YAML or JSON. */
    Value document(String file) {
        String text = source.neighbours().read(file).orElse("");
        return file.endsWith(".json") ? JsonDocument.read(file, text) : YamlDocument.read(file, text);
    }

    /** A value; the text of a file where it names one, the texts of all where it names several. */
    private Object value(Value value) {
        String text = value.textOr("");
        if (!text.startsWith("file://")) {
            return Optional.ofNullable(value.raw()).orElse("");
        }
        if (!text.matches("(?i).*\\.(txt|md|json|ya?ml|csv|html?|xml|[*])")) {
            report.needsHand(value.place(), text, "kept as text: only files of text can be a value");
            return text;
        }
        List<String> files = files(value);
        if (files.isEmpty()) {
            return text;
        }
        List<Object> contents = new ArrayList<>();
        files.forEach(file -> contents.add(content(file)));
        report.converted(
                value.place(),
                text,
                files.size() == 1 ? "its text is the value" : "a case for the text of each of " + files.size());
        return contents.size() == 1 ? contents.getFirst() : contents;
    }

    /** promptfoo hands YAML on as JSON and all other text as it is. */
    private String content(String file) {
        return file.matches("(?i).*\\.ya?ml")
                ? JsonText.of(document(file).raw())
                : source.neighbours().read(file).orElse("").strip();
    }
}
