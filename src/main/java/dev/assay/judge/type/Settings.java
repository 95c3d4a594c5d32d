package dev.assay.judge.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of a metric, read as a kind of judge expects them. What is wrong is told with the mend. */
public final class Settings {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Metric metric;

    /** Throws {@link InputException} where the metric has a setting that is not among the {@code known}. */
    public Settings(Metric metric, List<String> known) {
        this.metric = metric;
        for (String name : metric.settings().keySet()) {
            if (!known.contains(name)) {
                throw wrong("there is no setting '" + name + "'" + NearestName.hint(name, known)
                        + (known.isEmpty() ? "" : " (known are " + String.join(", ", known) + ")"));
            }
        }
    }

    /** The metric that these belong to. */
    public Metric metric() {
        return metric;
    }

    /** Whether the setting is there. */
    public boolean has(String name) {
        return metric.settings().get(name) != null;
    }

    /** A text; a number or truth value as it is written. */
    public Optional<String> text(String name) {
        return value(name).map(value -> {
            if (value instanceof Map || value instanceof List) {
                throw wrong(name, "a text");
            }
            return value.toString();
        });
    }

    /** A text, or a list of at least one; empty where the setting is not there. */
    public List<String> texts(String name) {
        Object value = metric.settings().get(name);
        if (value instanceof List<?> list) {
            if (list.isEmpty() || list.stream().anyMatch(item -> item instanceof Map || item instanceof List)) {
                throw wrong(name, "a text or a list of at least one");
            }
            return list.stream().map(String::valueOf).toList();
        }
        return text(name).map(List::of).orElse(List.of());
    }

    /** True or false. */
    public boolean flag(String name, boolean otherwise) {
        return value(name)
                .map(value -> switch (value.toString()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(name, "true or false");
                })
                .orElse(otherwise);
    }

    /** A number from {@code min} to {@code max}, or null where the setting is not there. */
    public @Nullable Double number(String name, double min, double max) {
        Object value = metric.settings().get(name);
        if (value == null) {
            return null;
        }
        String range =
                max == Double.MAX_VALUE ? "a number of " + min + " or more" : "a number from " + min + " to " + max;
        try {
            double number = Double.parseDouble(value.toString());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, range);
        }
        throw wrong(name, range);
    }

    /** A whole number from {@code min} to {@code max}, or null where the setting is not there. */
    public @Nullable Integer whole(String name, int min, int max) {
        Object value = metric.settings().get(name);
        if (value == null) {
            return null;
        }
        String text = value.toString();
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw wrong(name, "a whole number from " + min + " to " + max);
        }
        return Integer.valueOf(text);
    }

    /** One of some words. */
    public String oneOf(String name, List<String> words, String otherwise) {
        String word = text(name).orElse(otherwise);
        if (!words.contains(word)) {
            throw wrong(name, String.join(" or ", words));
        }
        return word;
    }

    /** JSON, given as such or as text. */
    public Optional<JsonNode> json(String name) {
        return value(name).map(value -> {
            try {
                return value instanceof String text ? MAPPER.readTree(text) : MAPPER.<JsonNode>valueToTree(value);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw wrong("setting '" + name + "' is no JSON: " + e.getOriginalMessage());
            }
        });
    }

    /** The error of a setting that must be {@code form}. */
    public InputException wrong(String name, String form) {
        Object value = metric.settings().get(name);
        return wrong("setting '" + name + "' is " + (value == null ? "missing" : "'" + value + "'") + " but must be "
                + form);
    }

    /** An error of the metric. */
    public InputException wrong(String message) {
        String type = metric.type().equals(metric.name()) ? "" : " (" + metric.type() + ")";
        return new InputException("Metric " + metric.name() + type + ": " + message);
    }

    private Optional<Object> value(String name) {
        return Optional.ofNullable(metric.settings().get(name));
    }
}
