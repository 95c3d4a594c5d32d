package dev.assay.judge.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judge.Metric;
import dev.assay.judge.type.MetricType;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metrics as people write them in one line: {@code relevance}, {@code contains:refund}, {@code similarity>=0.8},
 * {@code latency<=2s}, {@code length<=200 chars}, or a JSON object with all settings.
 */
public final class MetricText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile(
            "(?<type>[a-z][a-z0-9-]*)\\s*(?:(?<op><=|>=)\\s*(?<bound>.+)|:(?<main>.*))?", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("(\\d+)\\s*(words|chars|tokens)");

    private MetricText() {}

    /** Reads one metric of the kinds there are. Throws {@link InputException} naming what is wrong. */
    public static Metric parse(String text) {
        return parse(text, NamedMetrics.NONE);
    }

    /** Reads one metric, which may be called by a name of the user's. */
    public static Metric parse(String text, NamedMetrics named) {
        String written = text.strip();
        if (written.startsWith("{")) {
            return MetricFields.read(json(written), named);
        }
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            throw new InputException("'" + written + "' is no metric: write a type such as relevance, contains:TEXT,"
                    + " similarity>=0.8 or latency<=2s, or a JSON object with a type");
        }
        String name = form.group("type");
        MetricType type = MetricTypes.find(name).orElseGet(() -> kind(name, named));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", name);
        if (form.group("main") != null) {
            fields.put(main(type), form.group("main").strip());
        } else if (form.group("op") != null) {
            bound(type, form.group("op"), form.group("bound").strip(), fields);
        }
        return MetricFields.read(fields, named);
    }

    private static MetricType kind(String name, NamedMetrics named) {
        return named.find(name)
                .map(fields -> MetricTypes.require(String.valueOf(fields.get("type"))))
                .orElseThrow(() -> MetricTypes.unknown(name, named));
    }

    /** One line that {@link #parse} reads as this metric: the short form where there is one, else JSON. */
    public static String of(Metric metric) {
        return of(metric, NamedMetrics.NONE);
    }

    /** The same, which may call it by a name of the user's. */
    public static String of(Metric metric, NamedMetrics named) {
        Map<String, Object> settings = metric.settings();
        MetricType type = MetricTypes.of(metric);
        List<String> forms = new ArrayList<>();
        forms.add(metric.type());
        if (named.names().contains(metric.name())) {
            forms.add(metric.name());
            forms.add(metric.name() + ">=" + metric.threshold());
        }
        if (type.main() != null && settings.get(type.main()) instanceof String main) {
            forms.add(metric.type() + ":" + main);
        }
        type.bounds()
                .forEach((op, setting) -> forms.add(metric.type()
                        + op
                        + settings.get(setting)
                        + (settings.get("unit") == null ? "" : " " + settings.get("unit"))));
        forms.add(metric.type() + ">=" + metric.threshold());
        return forms.stream()
                .filter(form -> reads(form, metric, named))
                .findFirst()
                .orElseGet(() -> MAPPER.valueToTree(MetricFields.of(metric)).toString());
    }

    /** Reads a list separated by commas; a comma within the text of an assertion belongs to the text. */
    public static List<Metric> parseList(String text) {
        return parseList(text, NamedMetrics.NONE);
    }

    /** The same with names of the user's. */
    public static List<Metric> parseList(String text, NamedMetrics named) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            boolean inText = !parts.isEmpty() && parts.getLast().contains(":") && !beginsMetric(part.strip(), named);
            if (inText) {
                parts.add(parts.removeLast() + "," + part);
            } else {
                parts.add(part);
            }
        }
        return parts.stream().map(part -> parse(part, named)).toList();
    }

    private static boolean beginsMetric(String part, NamedMetrics named) {
        Matcher form = FORM.matcher(part);
        return form.matches()
                && (MetricTypes.find(form.group("type")).isPresent()
                        || named.names().contains(form.group("type")));
    }

    private static boolean reads(String form, Metric metric, NamedMetrics named) {
        try {
            return parse(form, named).equals(metric);
        } catch (InputException e) {
            return false;
        }
    }

    private static String main(MetricType type) {
        if (type.main() == null) {
            throw new InputException("Metric " + type.name() + " takes no text after a colon: write " + type.name());
        }
        return type.main();
    }

    private static void bound(MetricType type, String op, String bound, Map<String, Object> fields) {
        String setting = type.bounds().get(op);
        Matcher length = LENGTH.matcher(bound);
        if (setting == null && op.equals(">=") && type.bounds().isEmpty()) {
            fields.put("threshold", bound);
        } else if (setting == null) {
            throw new InputException("Metric " + type.name() + " takes no " + op
                    + (type.bounds().isEmpty() ? ": a threshold is written >=" : ": write <="));
        } else if (length.matches()) {
            fields.put(setting, length.group(1));
            fields.put("unit", length.group(2));
        } else {
            fields.put(setting, bound);
        }
    }

    private static Map<String, Object> json(String text) {
        try {
            return MAPPER.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new InputException("'" + text + "' is no JSON object: " + e.getOriginalMessage());
        }
    }
}
