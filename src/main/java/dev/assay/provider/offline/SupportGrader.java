package dev.assay.provider.offline;

import java.util.List;
import java.util.Set;

/** Correctness and faithfulness by words: how many of one text's words the other has. */
final class SupportGrader {
    /** A claim with this share of its words in the context counts as borne out. */
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

    /** Whether a claim has most of its words from a context. */
    static boolean isBorneOut(String claim, String context) {
        Set<String> terms = Terms.distinct(claim);
        return terms.isEmpty() || Terms.shared(terms, Terms.distinct(context)) >= BORNE_OUT * terms.size();
    }
}
