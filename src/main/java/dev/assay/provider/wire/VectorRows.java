package dev.assay.provider.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.provider.endpoint.UnusableAnswer;
import java.util.List;
import java.util.function.Function;

/** Reads vectors as providers send them. */
public final class VectorRows {
    private VectorRows() {}

    /**
     * The vectors of a list, in its order.
     *
     * @param place finds the vector in a row of the list
     * @throws UnusableAnswer where it is no list of vectors
     */
    public static List<float[]> read(JsonNode list, Function<JsonNode, JsonNode> place) {
        if (!list.isArray()) {
            throw new UnusableAnswer("it has no list of vectors");
        }
        return list.valueStream().map(place).map(VectorRows::vector).toList();
    }

    private static float[] vector(JsonNode numbers) {
        if (!numbers.isArray() || numbers.isEmpty()) {
            throw new UnusableAnswer("it has something else in place of a vector");
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            JsonNode number = numbers.get(i);
            if (!number.isNumber() || !Float.isFinite(number.floatValue())) {
                throw new UnusableAnswer("it has a vector with something else than numbers");
            }
            vector[i] = number.floatValue();
        }
        return vector;
    }
}
