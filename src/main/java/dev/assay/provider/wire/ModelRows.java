package dev.assay.provider.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.provider.endpoint.UnusableAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads lists of models as providers send them. */
public final class ModelRows {
    private ModelRows() {}

    /**
     * The models of a list; rows without a name are left out.
     *
     * @param nameField where a row has the model's name
     * @param reader makes of name and row what is told of the model
     * @throws UnusableAnswer where it is no list
     */
    public static List<ModelInfo> read(
            String provider, JsonNode list, String nameField, BiFunction<ModelId, JsonNode, ModelInfo> reader) {
        if (!list.isArray()) {
            throw new UnusableAnswer("it has no list of models");
        }
        return list.valueStream()
                .filter(row -> !WireJson.textOrEmpty(row, nameField).isBlank())
                .map(row -> reader.apply(new ModelId(provider, WireJson.textOrEmpty(row, nameField)), row))
                .toList();
    }

    /** The first of these counts that is there, or null. */
    public static @Nullable Long first(JsonNode... counts) {
        return Arrays.stream(counts)
                .map(WireJson::count)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The words of lists, and the names of what an object says is true or supported. */
    public static Set<String> words(JsonNode... nodes) {
        var words = new TreeSet<String>();
        for (JsonNode node : nodes) {
            if (node.isArray()) {
                node.valueStream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .forEach(words::add);
            }
            node.propertyStream()
                    .filter(said -> said.getValue().asBoolean()
                            || said.getValue().path("supported").asBoolean())
                    .forEach(said -> words.add(said.getKey()));
        }
        return words;
    }
}
