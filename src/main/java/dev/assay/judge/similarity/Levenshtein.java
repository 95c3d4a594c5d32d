package dev.assay.judge.similarity;

import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Wanted;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The share of characters that need not be changed to turn the answer into a text. */
final class Levenshtein {
    static final MetricType TYPE = MetricType.measure(
                    "levenshtein",
                    "1 minus the edits that turn it into a text, divided by the longer length.",
                    settings -> new Nearness("Levenshtein similarity", Wanted.of(settings), Levenshtein::similarity))
            .with(Wanted.SETTINGS)
            .withMain("value");

    private static final long MOST_STEPS = 200_000_000;

    private Levenshtein() {}

    static double similarity(String output, String text) {
        String one = output.strip();
        String other = text.strip();
        int longer = Math.max(one.length(), other.length());
        if (longer == 0) {
            return 1;
        }
        if ((long) one.length() * other.length() > MOST_STEPS) {
            return Double.NaN;
        }
        return 1 - LevenshteinDistance.getDefaultInstance().apply(one, other) / (double) longer;
    }
}
