package dev.assay.judge.safety;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Moderation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a moderation says, in words and as JSON. */
final class ModerationText {
    private static final int SHOWN = 3;

    private ModerationText() {}

    /** The verdict, the categories it is for, and those that came nearest. */
    static String rationale(Moderation said) {
        String flagged = sorted(said).stream()
                .filter(category -> isFlagged(said, category))
                .map(category -> shown(said, category))
                .collect(Collectors.joining(", "));
        String others = sorted(said).stream()
                .filter(category -> !isFlagged(said, category))
                .limit(SHOWN)
                .map(category -> shown(said, category))
                .collect(Collectors.joining(", "));
        String verdict = said.flagged()
                ? "Flagged" + (flagged.isEmpty() ? "" : " for " + flagged) + "."
                : "Not flagged" + (flagged.isEmpty() ? "" : ", in spite of " + flagged) + ".";
        return verdict + (others.isEmpty() ? "" : " Of the other categories, the highest: " + others + ".");
    }

    /** The verdict and every category. */
    static String json(Moderation said) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("flagged", said.flagged()).put("flag_derived", said.flagDerived());
        ObjectNode categories = node.putObject("categories");
        for (String category : sorted(said)) {
            categories
                    .putObject(category)
                    .put("flagged", isFlagged(said, category))
                    .put("score", said.scores().get(category));
        }
        return node.toString();
    }

    private static List<String> sorted(Moderation said) {
        Set<String> all = new TreeSet<>(said.flaggedCategories().keySet());
        all.addAll(said.scores().keySet());
        Map<String, Double> scores = said.scores();
        return all.stream()
                .sorted(Comparator.comparing((String category) -> -scores.getOrDefault(category, 0.0)))
                .toList();
    }

    private static boolean isFlagged(Moderation said, String category) {
        return said.flaggedCategories().getOrDefault(category, false);
    }

    private static String shown(Moderation said, String category) {
        Double score = said.scores().get(category);
        return category + (score == null ? "" : String.format(Locale.ROOT, " %.3f", score));
    }
}
