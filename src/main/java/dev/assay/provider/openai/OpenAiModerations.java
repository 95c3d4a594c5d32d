package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ModelId;
import dev.assay.llm.Moderation;
import dev.assay.llm.RawExchange;
import dev.assay.provider.endpoint.Moderations;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.WireJson;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * OpenAI's moderation, which Mistral and some gateways speak too.
 *
 * @param standardModel the model that judges where none is named
 */
record OpenAiModerations(String standardModel) implements Moderations {

    /** The moderation of whose models are served, where they have one; unknown servers are asked. */
    static Optional<Moderations> of(String vendor) {
        return switch (vendor) {
            case "openai", "any" -> Optional.of(new OpenAiModerations("omni-moderation-latest"));
            case "mistral" -> Optional.of(new OpenAiModerations("mistral-moderation-latest"));
            default -> Optional.empty();
        };
    }

    @Override
    public Question ask(String model, String text) {
        ObjectNode body = WireJson.object().put("model", model).put("input", text);
        return Question.of("moderations", body);
    }

    @Override
    public Moderation read(ModelId model, JsonNode answer, RawExchange raw) {
        JsonNode result = answer.path("results").path(0);
        if (!result.path("categories").isObject()) {
            throw new UnusableAnswer("it has no categories of moderation");
        }
        Map<String, Boolean> categories = new HashMap<>();
        result.path("categories")
                .propertyStream()
                .forEach(said -> categories.put(said.getKey(), said.getValue().asBoolean()));
        Map<String, Double> scores = new HashMap<>();
        result.path("category_scores").propertyStream().forEach(said -> {
            BigDecimal score = WireJson.number(said.getValue());
            if (score != null) {
                scores.put(said.getKey(), score.doubleValue());
            }
        });
        JsonNode verdict = result.path("flagged");
        boolean derived = !verdict.isBoolean();
        boolean flagged = derived ? categories.containsValue(true) : verdict.booleanValue();
        return new Moderation(flagged, derived, categories, scores, model, raw);
    }
}
