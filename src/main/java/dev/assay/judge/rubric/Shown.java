package dev.assay.judge.rubric;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judge.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rubric's judge is shown of a case.
 *
 * @param rubric the rubric
 * @param fields the inputs that are the context; empty for all
 */
record Shown(Rubric rubric, List<String> fields) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Shown {
        fields = List.copyOf(fields);
    }

    /** Why the case cannot be judged, where something is missing that the rubric needs. */
    Optional<String> missing(Judgement judgement) {
        if (rubric.needs().contains(Sight.EXPECTED) && judgement.expected() == null) {
            return Optional.of("the case has no expected answer to judge by: add one to the dataset");
        }
        if (!rubric.needs().contains(Sight.CONTEXT)) {
            return Optional.empty();
        }
        List<String> absent = new ArrayList<>(fields);
        absent.removeAll(judgement.inputs().keySet());
        if (!absent.isEmpty()) {
            return Optional.of("the case has no input " + String.join(", ", absent) + " to take as context; it has "
                    + (judgement.inputs().isEmpty()
                            ? "none"
                            : String.join(", ", judgement.inputs().keySet())));
        }
        return context(judgement).values().stream().allMatch(String::isBlank)
                ? Optional.of("the case has no input that holds a context")
                : Optional.empty();
    }

    boolean has(Sight sight) {
        return rubric.sees().contains(sight);
    }

    /** The inputs that are the context, as text. */
    Map<String, String> context(Judgement judgement) {
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
