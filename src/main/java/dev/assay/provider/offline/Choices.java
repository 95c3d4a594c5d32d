package dev.assay.provider.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Chooses among options by the words that speak for each of them. */
final class Choices {
    /** Options that say nothing in particular, taken when no word speaks for another. */
    private static final Set<String> NEUTRAL =
            Set.of("normal", "neutral", "medium", "other", "unknown", "none", "general", "mixed", "moderate");

    /** Words, as stems, that describe conditions without being evidence for them. */
    private static final Set<String> SAYS_NOTHING =
            Set.of("tru", "fals", "whether", "need", "matter", "if", "is", "has");

    private final Style style;

    Choices(Style style) {
        this.style = style;
    }

    /** The option with most words for it; a neutral one, else the first, where there are none. */
    JsonNode option(JsonNode options, Passages passages) {
        Set<String> evidence = evidence(passages);
        List<JsonNode> ordered = ordered(options, evidence);
        if (strength(ordered.getFirst(), evidence) > 0) {
            return ordered.getFirst();
        }
        return elements(options)
                .filter(option -> NEUTRAL.contains(option.asText()))
                .findFirst()
                .orElse(options.get(0));
    }

    /** The options that any word speaks for, strongest first. */
    ArrayNode options(JsonNode options, Passages passages, int atMost) {
        Set<String> evidence = evidence(passages);
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        ordered(options, evidence).stream()
                .filter(option -> strength(option, evidence) > 0)
                .limit(atMost)
                .forEach(chosen::add);
        return chosen;
    }

    /** Whether at least two words occur that describe a condition or go with those that do. */
    boolean holds(Set<String> hint, Passages passages) {
        Set<String> evidence = evidence(passages);
        var speaking = new HashSet<String>();
        for (String term : hint) {
            if (!SAYS_NOTHING.contains(term)) {
                speaking.add(term);
                speaking.addAll(Associations.of(term));
            }
        }
        return Terms.shared(speaking, evidence) >= 2;
    }

    /** The brief model goes by the two heaviest sentences, the thorough one by all. */
    private Set<String> evidence(Passages passages) {
        return style == Style.THOROUGH
                ? passages.terms()
                : Terms.distinct(String.join(" ", passages.at(Passages.top(passages.weights(1), 2))));
    }

    private static List<JsonNode> ordered(JsonNode options, Set<String> evidence) {
        return elements(options)
                .sorted(Comparator.comparingInt(option -> -strength(option, evidence)))
                .toList();
    }

    private static int strength(JsonNode option, Set<String> evidence) {
        Set<String> name = Terms.ofName(option.asText());
        return 2 * Terms.shared(name, evidence) + Terms.shared(Associations.of(option.asText()), evidence);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
