package dev.assay.provider.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An answer to judge.
 *
 * @param sentences its sentences; of a JSON answer, those of its texts
 * @param terms its different terms
 */
record Candidate(List<String> sentences, Set<String> terms) {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Candidate of(String answer) {
        String text = prose(answer);
        return new Candidate(Sentences.of(text), Terms.distinct(text));
    }

    private static String prose(String answer) {
        if (!answer.strip().startsWith("{")) {
            return answer;
        }
        try {
            var texts = new ArrayList<String>();
            collect(MAPPER.readTree(answer), texts);
            return String.join("\n", texts);
        } catch (JsonProcessingException e) {
            return answer;
        }
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }
}
