package dev.assay.judge.similarity;

import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BLEU of one answer (Papineni, 2002): the geometric mean of the precision of 1 to 4 words in a row, with the penalty for
 * brevity. Rows of words that never occur are smoothed as by Lin and Och (2004): 1 is added to the counts of 2 and more.
 */
final class Bleu {
    static final MetricType TYPE = MetricType.measure(
                    "bleu",
                    "BLEU-4 of one answer, smoothed: rows of one to four words that it shares with a text.",
                    settings -> new Nearness("BLEU", Wanted.of(settings), Bleu::score))
            .with(Wanted.SETTINGS)
            .withMain("value");

    private static final int LONGEST_ROW = 4;

    private Bleu() {}

    static double score(String output, String text) {
        List<String> given = Words.of(output);
        List<String> wanted = Words.of(text);
        if (Words.tooMany(given) || Words.tooMany(wanted)) {
            return Double.NaN;
        }
        int order = Math.min(LONGEST_ROW, Math.min(given.size(), wanted.size()));
        if (order == 0) {
            return 0;
        }
        double logs = 0;
        for (int n = 1; n <= order; n++) {
            int smooth = n == 1 ? 0 : 1;
            int total = given.size() - n + 1;
            logs += Math.log((matches(given, wanted, n) + (double) smooth) / (total + smooth));
        }
        double brevity = given.size() >= wanted.size() ? 1 : Math.exp(1 - (double) wanted.size() / given.size());
        return brevity * Math.exp(logs / order);
    }

    /** Rows of n words that both have, each as often as the text has it. */
    private static int matches(List<String> given, List<String> wanted, int n) {
        Map<List<String>, Integer> left = new HashMap<>();
        for (int i = 0; i + n <= wanted.size(); i++) {
            left.merge(wanted.subList(i, i + n), 1, Integer::sum);
        }
        int matches = 0;
        for (int i = 0; i + n <= given.size(); i++) {
            List<String> row = given.subList(i, i + n);
            int remaining = left.getOrDefault(row, 0);
            if (remaining > 0) {
                matches++;
                left.put(row, remaining - 1);
            }
        }
        return matches;
    }
}
