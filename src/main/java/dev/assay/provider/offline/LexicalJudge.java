package dev.assay.provider.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers requests for a judgement by counting words, and says so in each reason. It reads the request as any judge
 * would: the metric in the system message, task and candidate in their marked blocks. Thread-safe.
 */
final class LexicalJudge {
    /** The schema by which a request for a judgement is known. */
    static final String SCHEMA_NAME = "assay_judgement";

    /** The schema by which a request to choose between two answers is known. */
    static final String PREFERENCE_NAME = "assay_preference";

    /** The schema by which a request for the claims of an answer is known. */
    static final String CLAIMS_NAME = "assay_claims";

    /** The schema by which a request to check claims is known. */
    static final String VERDICTS_NAME = "assay_claim_verdicts";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern METRIC = Pattern.compile("(?m)^Metric: (\\w+)$");
    private static final Pattern BLOCK = Pattern.compile(
            "<(?<name>task|expected|context|candidate|claims|first|second)-(?<mark>[0-9a-f]{16})>\\n(?<json>.*)\\n</\\1-\\2>");

    /** The reply in the judging schema. */
    String reply(List<Message> messages) {
        String all = text(messages);
        Matcher metric = METRIC.matcher(all);
        Map<String, String> blocks = blocks(all);
        if (!metric.find() || !blocks.containsKey("candidate")) {
            return cannotJudge("There is no metric or no candidate in the request.");
        }
        var candidate = Candidate.of(blocks.get("candidate"));
        PromptParts task = PromptParts.of(blocks.getOrDefault("task", ""));
        Optional<Grade> grade = switch (metric.group(1)) {
            case "relevance" ->
                Optional.of(RelevanceGrader.grade(task, blocks.getOrDefault("expected", ""), candidate));
            case "coherence" -> Optional.of(CoherenceGrader.grade(task, candidate));
            case "correctness" ->
                Optional.of(SupportGrader.correctness(blocks.getOrDefault("expected", ""), candidate));
            default -> Optional.empty();
        };
        return grade.map(LexicalJudge::json)
                .orElseGet(() -> cannotJudge("Counting words says nothing about " + metric.group(1) + "."));
    }

    /** The reply in the schema of preferences: the more relevant answer, a tie where both are alike. */
    String preference(List<Message> messages) {
        Map<String, String> blocks = blocks(text(messages));
        int first = relevance(blocks, "first");
        int second = relevance(blocks, "second");
        String reason = "Relevance by words is " + first + " and " + second + " of 5.";
        return JsonNodeFactory.instance
                .objectNode()
                .put("reasoning", Grade.DISCLAIMER + " " + reason)
                .put("choice", first == second ? "TIE" : first > second ? "A" : "B")
                .toString();
    }

    /** The reply in the schema of claims: every sentence is one. */
    String claims(List<Message> messages) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode claims = reply.putArray("claims");
        Candidate.of(blocks(text(messages)).getOrDefault("candidate", ""))
                .sentences()
                .forEach(claims::add);
        return reply.toString();
    }

    /** The reply in the schema of verdicts: a claim with most of its words from the context is borne out. */
    String verdicts(List<Message> messages) {
        Map<String, String> blocks = blocks(text(messages));
        List<String> claims = blocks.getOrDefault("claims", "").lines().toList();
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode verdicts = reply.putArray("verdicts");
        for (int i = 0; i < claims.size(); i++) {
            verdicts.addObject()
                    .put("claim", i + 1)
                    .put("evidence", "")
                    .put("supported", SupportGrader.isBorneOut(claims.get(i), blocks.getOrDefault("context", "")));
        }
        return reply.toString();
    }

    private static String text(List<Message> messages) {
        return messages.stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    private static int relevance(Map<String, String> blocks, String name) {
        return RelevanceGrader.grade(
                        PromptParts.of(blocks.getOrDefault("task", "")),
                        blocks.getOrDefault("expected", ""),
                        Candidate.of(blocks.getOrDefault(name, "")))
                .level();
    }

    private static Map<String, String> blocks(String text) {
        var blocks = new HashMap<String, String>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.putIfAbsent(block.group("name"), decoded(block.group("json")));
        }
        return blocks;
    }

    private static String decoded(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node.valueStream().map(JsonNode::asText).collect(Collectors.joining("\n"));
            }
            return node.isTextual() ? node.asText() : json;
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private static String json(Grade grade) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.putArray("evidence")
                .addAll(grade.evidence().stream()
                        .map(JsonNodeFactory.instance::textNode)
                        .toList());
        return reply.put("reasoning", Grade.DISCLAIMER + " " + grade.reason())
                .put("can_judge", true)
                .put("score", grade.level())
                .toString();
    }

    private static String cannotJudge(String reason) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.putArray("evidence");
        return reply.put("reasoning", Grade.DISCLAIMER + " " + reason)
                .put("can_judge", false)
                .put("score", 1)
                .toString();
    }
}
