package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.FigureToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Keeps of the probabilities of an answer's tokens those of whole numbers: nobody asks for the others. */
final class Logprobs {
    private final List<FigureToken> figures = new ArrayList<>();

    /** Reads the next tokens; what is no list of tokens tells nothing. */
    void add(JsonNode logprobs) {
        for (JsonNode token : logprobs.path("content")) {
            figure(token).ifPresent(figure -> figures.add(new FigureToken(figure, chances(token))));
        }
    }

    /** All read so far. */
    List<FigureToken> figures() {
        return figures;
    }

    /** The same number may be several tokens, with and without a space before it. */
    private static Map<Integer, Double> chances(JsonNode token) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (JsonNode likely : token.path("top_logprobs")) {
            double chance = Math.exp(likely.path("logprob").asDouble(Double.NEGATIVE_INFINITY));
            if (chance > 0 && chance <= 1) {
                figure(likely).ifPresent(figure -> sums.merge(figure, chance, Double::sum));
            }
        }
        Map<Integer, Double> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(one -> sorted.put(one.getKey(), Math.min(1, one.getValue())));
        return sorted;
    }

    private static OptionalInt figure(JsonNode token) {
        String text = token.path("token").asText().strip();
        return text.matches("\\d{1,3}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
