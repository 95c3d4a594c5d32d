package dev.assay.provider.offline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the offline judge makes of an answer.
 *
 * @param level 1 (worst) to 5 (best)
 * @param reason what was counted
 * @param evidence at most two short quotes from the answer
 */
record Grade(int level, String reason, List<String> evidence) {
    /** Begins every reason. */
    static final String DISCLAIMER = "Word-overlap heuristic, not an LLM judge.";

    private static final int QUOTED_WORDS = 12;
    private static final int QUOTED_CHARACTERS = 120;

    Grade {
        level = Math.clamp(level, 1, 5);
        evidence = evidence.stream().map(Grade::shortened).limit(2).toList();
    }

    /** A level from a quality of 0 to 1, in five equal steps. */
    static int level(double quality) {
        return Math.clamp((int) (quality * 5) + 1, 1, 5);
    }

    private static String shortened(String quote) {
        String near = quote.substring(0, Math.min(quote.length(), QUOTED_CHARACTERS));
        return Arrays.stream(near.split("\\s+")).limit(QUOTED_WORDS).collect(Collectors.joining(" "));
    }
}
