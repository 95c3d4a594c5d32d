package dev.assay.cli.stats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes numbers out of a question, and names the file where they are not what they must be. */
final class StatsInput {
    private final String file;

    StatsInput(String file) {
        this.file = file;
    }

    InputException wrong(String message) {
        return new InputException(file + ": " + message);
    }

    /** A message that does not name the file yet, with it. */
    InputException located(String question, InputException e) {
        return wrong(question + ": " + e.getMessage());
    }

    void requireKeys(JsonNode node, List<String> needed, List<String> possible) {
        List<String> missing =
                needed.stream().filter(key -> !node.hasNonNull(key)).toList();
        if (!node.isObject() || !missing.isEmpty()) {
            throw new InputException("needs " + String.join(", ", node.isObject() ? missing : needed));
        }
        for (var field : node.properties()) {
            if (!needed.contains(field.getKey()) && !possible.contains(field.getKey())) {
                throw new InputException("does not know '" + field.getKey() + "': remove it");
            }
        }
    }

    double[] numbers(JsonNode node, String key) {
        try {
            return numbers(node.path(key));
        } catch (InputException e) {
            throw new InputException(key + " " + e.getMessage());
        }
    }

    double[] numbers(JsonNode node) {
        if (!node.isArray()) {
            throw new InputException("must be a list of numbers");
        }
        var numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode one = node.get(i);
            if (!one.isNumber() || !Double.isFinite(one.asDouble())) {
                throw new InputException("must be a list of numbers, but item " + (i + 1) + " is " + one);
            }
            numbers[i] = one.asDouble();
        }
        return numbers;
    }

    /** Lists of numbers, with null where there is none. */
    List<List<@Nullable Double>> rowsWithGaps(JsonNode node, String key) {
        if (!node.path(key).isArray()) {
            throw new InputException(key + " must be a list of lists of numbers");
        }
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (JsonNode row : node.path(key)) {
            rows.add(numbersWithGaps(row, key + " " + (rows.size() + 1)));
        }
        return rows;
    }

    List<@Nullable Double> numbersWithGaps(JsonNode list, String name) {
        if (!list.isArray()) {
            throw new InputException(name + " must be a list of numbers, with null where there is none");
        }
        List<@Nullable Double> numbers = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.isNull() && (!one.isNumber() || !Double.isFinite(one.asDouble()))) {
                throw new InputException(name + " must be a list of numbers, with null where there is none, but item "
                        + (numbers.size() + 1) + " is " + one);
            }
            numbers.add(one.isNull() ? null : (Double) one.asDouble());
        }
        return numbers;
    }

    List<String> names(JsonNode node, String key) {
        if (!node.path(key).isArray()) {
            throw new InputException(key + " must be a list of names");
        }
        List<String> names = new ArrayList<>();
        node.path(key).forEach(one -> names.add(one.asText()));
        return names;
    }

    double number(JsonNode node, String key) {
        JsonNode one = node.path(key);
        if (!one.isNumber() || !Double.isFinite(one.asDouble())) {
            throw new InputException(key + " must be a number, but is " + one);
        }
        return one.asDouble();
    }

    int count(JsonNode node, String key) {
        JsonNode one = node.path(key);
        if (!one.isNumber() || !one.canConvertToInt() || one.asDouble() != one.asInt() || one.asInt() < 0) {
            throw new InputException(key + " must be a whole number from 0, but is " + one);
        }
        return one.asInt();
    }
}
