package dev.assay.judge.similarity;

import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Wanted;
import java.util.List;

/** ROUGE-L (Lin, 2004): the F1 of the longest common subsequence of words. */
final class RougeL {
    static final MetricType TYPE = MetricType.measure(
                    "rouge-l",
                    "ROUGE-L F1: words that it shares with a text in the same order.",
                    settings -> new Nearness("ROUGE-L", Wanted.of(settings), RougeL::f1))
            .with(Wanted.SETTINGS)
            .withMain("value");

    private RougeL() {}

    static double f1(String output, String text) {
        List<String> given = Words.of(output);
        List<String> wanted = Words.of(text);
        if (Words.tooMany(given) || Words.tooMany(wanted)) {
            return Double.NaN;
        }
        int common = longestCommon(given, wanted);
        return common == 0 ? 0 : 2.0 * common / (given.size() + wanted.size());
    }

    private static int longestCommon(List<String> one, List<String> other) {
        int[] row = new int[other.size() + 1];
        for (String word : one) {
            int diagonal = 0;
            for (int j = 1; j <= other.size(); j++) {
                int above = row[j];
                row[j] = word.equals(other.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[other.size()];
    }
}
