package dev.assay.judge.asking;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judge.Judgement;
import dev.assay.judge.type.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer is to keep to: inputs of its case.
 *
 * @param fields the names of those inputs; empty for all
 */
public record Context(List<String> fields) {
    /** How a metric names them. */
    public static final Setting SETTING = new Setting(
            "context",
            "the name of an input or a list",
            "The inputs of the case that the answer is to keep to. Default: all of them.");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Context {
        fields = List.copyOf(fields);
    }

    /** Why a case has none, in words for the user. */
    public Optional<String> missing(Judgement judgement) {
        List<String> absent = new ArrayList<>(fields);
        absent.removeAll(judgement.inputs().keySet());
        if (!absent.isEmpty()) {
            return Optional.of("the case has no input " + String.join(", ", absent) + " to take as context; it has "
                    + (judgement.inputs().isEmpty()
                            ? "none"
                            : String.join(", ", judgement.inputs().keySet())));
        }
        return of(judgement).values().stream().allMatch(String::isBlank)
                ? Optional.of("the case has no input that holds a context")
                : Optional.empty();
    }

    /** The inputs as text, by name. */
    public Map<String, String> of(Judgement judgement) {
        Map<String, String> context = new LinkedHashMap<>();
        judgement.inputs().forEach((name, value) -> {
            if (fields.isEmpty() || fields.contains(name)) {
                context.put(name, value instanceof String text ? text : json(value));
            }
        });
        return context;
    }

    private static String json(Object value) {
        return MAPPER.valueToTree(value).toString();
    }
}
