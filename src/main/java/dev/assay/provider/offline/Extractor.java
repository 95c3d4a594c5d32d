package dev.assay.provider.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Answers in plain text: whole sentences of the input, in their order. */
final class Extractor {
    /** The answer to a question that shares no word with the input. */
    static final String NOTHING_FOUND = "The text does not say.";

    private final Style style;

    Extractor(Style style) {
        this.style = style;
    }

    String answer(PromptParts parts) {
        var passages = new Passages(Sentences.of(parts.input()));
        int limit = SentenceLimit.in(parts.instructions());
        List<String> chosen =
                parts.question().isEmpty() ? summary(passages, limit) : reply(passages, parts.question(), limit);
        return Sentences.join(chosen);
    }

    private List<String> summary(Passages passages, int limit) {
        int count = style.summaryLength(passages.sentences().size(), limit);
        double earlyBonus = style == Style.BRIEF ? 0.4 : 0.1;
        return passages.at(Passages.top(passages.weights(earlyBonus), count));
    }

    /** The sentences that meet the question's words, leaving out those that meet it less than half as well. */
    private List<String> reply(Passages passages, String question, int limit) {
        Set<String> asked = Terms.distinct(question);
        double[] overlaps = passages.overlaps(asked);
        double best = Arrays.stream(overlaps).max().orElse(0);
        if (best == 0) {
            return List.of(NOTHING_FOUND);
        }
        int enough = (int)
                Arrays.stream(overlaps).filter(overlap -> overlap >= best / 2).count();
        int allowed = limit > 0 ? Math.min(limit, style.passages()) : style.passages();
        return passages.at(Passages.top(overlaps, Math.min(enough, allowed)));
    }
}
