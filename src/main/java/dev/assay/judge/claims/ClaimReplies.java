package dev.assay.judge.claims;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.judge.reply.JsonObjects;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a judge says of claims. What is not plain, or not whole, is unreadable: nothing is filled in. */
final class ClaimReplies {
    private static final List<String> LISTS = List.of("claims", "statements");
    private static final List<String> TEXTS = List.of("claim", "statement", "text");
    private static final List<String> VERDICTS = List.of("verdicts", "claims", "results");
    private static final List<String> NUMBERS = List.of("claim", "id", "number");

    private ClaimReplies() {}

    /** The claims, each once and on one line; empty where the reply holds no list of them. */
    static Optional<List<String>> claims(String reply) {
        return only(reply, LISTS).flatMap(items -> {
            Set<String> claims = new LinkedHashSet<>();
            for (JsonNode item : items) {
                JsonNode text = item.isObject() ? first(item, TEXTS) : item;
                if (!text.isTextual()) {
                    return Optional.empty();
                }
                String claim = text.asText().replaceAll("\\s+", " ").strip();
                if (!claim.isEmpty()) {
                    claims.add(claim);
                }
            }
            return Optional.of(List.copyOf(claims));
        });
    }

    /**
     * The verdicts on claims by their numbers; empty where a claim has none, or two, or one that is neither yes nor no.
     *
     * @param count how many claims there are, numbered from 1
     */
    static Optional<List<Verdict>> verdicts(String reply, int count) {
        return only(reply, VERDICTS).flatMap(items -> {
            Map<Integer, Verdict> verdicts = new TreeMap<>();
            for (JsonNode item : items) {
                Optional<Boolean> supported = truth(item.path("supported"));
                String number = first(item, NUMBERS).asText().strip();
                if (supported.isEmpty() || !number.matches("[1-9]\\d{0,3}")) {
                    return Optional.empty();
                }
                var verdict = new Verdict(
                        supported.get(), item.path("evidence").asText("").strip());
                if (verdicts.put(Integer.valueOf(number), verdict) != null) {
                    return Optional.empty();
                }
            }
            boolean isWhole =
                    verdicts.size() == count && verdicts.keySet().stream().allMatch(number -> number <= count);
            return isWhole ? Optional.of(List.copyOf(verdicts.values())) : Optional.empty();
        });
    }

    /**
     * What was found of a claim.
     *
     * @param supported whether the context bears it out
     * @param evidence the words of the context that show it; may be empty
     */
    record Verdict(boolean supported, String evidence) {}

    /** The one list under one of the keys; empty where there is none, or several that differ. */
    private static Optional<JsonNode> only(String reply, List<String> keys) {
        List<JsonNode> lists = new ArrayList<>();
        for (JsonNode object : JsonObjects.of(reply)) {
            JsonNode list = first(object, keys);
            if (list.isArray()) {
                lists.add(list);
            }
        }
        return lists.stream().distinct().count() == 1 ? Optional.of(lists.getFirst()) : Optional.empty();
    }

    private static JsonNode first(JsonNode object, List<String> keys) {
        return keys.stream()
                .map(object::path)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(object.path(""));
    }

    private static Optional<Boolean> truth(JsonNode said) {
        return switch (said.asText().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
