package dev.assay.provider.offline;

import java.util.List;
import java.util.Set;

/** Correctness and faithfulness by words: how many of one text's words the other has. */
final class SupportGrader {
    /** A sentence with this share of its words in the context counts as borne out. */
    private static final double BORNE_OUT = 0.6;

    private SupportGrader() {}

    /** How many words of the expected answer the answer has. */
    static Grade correctness(String expected, Candidate candidate) {
        Set<String> wanted = Terms.distinct(expected);
        int met = Terms.shared(wanted, candidate.terms());
        double share = wanted.isEmpty() ? 0 : (double) met / wanted.size();
        String reason = "The answer holds %d of %d words of the expected answer.".formatted(met, wanted.size());
        return new Grade(Grade.level(share), reason, List.of());
    }

    /** How many sentences of the answer have most of their words from the context. */
    static Grade faithfulness(String context, Candidate candidate) {
        Set<String> known = Terms.distinct(context);
        List<String> foreign = candidate.sentences().stream()
                .filter(sentence -> !isBorneOut(Terms.distinct(sentence), known))
                .toList();
        int all = candidate.sentences().size();
        double share = all == 0 ? 1 : 1 - (double) foreign.size() / all;
        String reason =
                "Of %d sentences, %d have most of their words from the context.".formatted(all, all - foreign.size());
        return new Grade(Grade.level(share), reason, foreign);
    }

    private static boolean isBorneOut(Set<String> terms, Set<String> known) {
        return terms.isEmpty() || Terms.shared(terms, known) >= BORNE_OUT * terms.size();
    }
}
