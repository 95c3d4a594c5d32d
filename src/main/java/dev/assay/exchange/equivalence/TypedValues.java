package dev.assay.exchange.equivalence;

import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.PromptVariable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes sample values fit the types that a prompt declares for its inputs. */
public final class TypedValues {
    private TypedValues() {}

    /** The samples, each value of a type that its input may have. */
    public static List<Map<String, Object>> fit(
            List<Map<String, Object>> samples, PromptTemplate prompt, PartialSource partials) {
        List<PromptVariable> variables = prompt.variables(partials);
        List<Map<String, Object>> fitting = new ArrayList<>();
        for (int round = 0; round < samples.size(); round++) {
            Map<String, Object> values = new LinkedHashMap<>(samples.get(round));
            for (PromptVariable variable : variables) {
                if (values.containsKey(variable.name()) || variable.required()) {
                    values.put(variable.name(), fit(values.getOrDefault(variable.name(), ""), variable, round));
                }
            }
            fitting.add(values);
        }
        return fitting;
    }

    private static Object fit(Object value, PromptVariable variable, int round) {
        List<Object> options = variable.options();
        if (!options.isEmpty()) {
            return options.contains(value) ? value : options.get(round % options.size());
        }
        String type = variable.type() == null ? "any" : variable.type();
        return switch (type) {
            case "boolean" -> value instanceof Boolean ? value : round % 2 == 0;
            case "integer" -> value instanceof Long || value instanceof Integer ? value : (long) round;
            case "number" -> value instanceof Number ? value : round + 0.5;
            case "string" -> value instanceof String ? value : String.valueOf(value);
            case "array" -> value instanceof List ? value : List.of();
            case "object" -> value instanceof Map ? value : Map.of();
            default -> value;
        };
    }
}
