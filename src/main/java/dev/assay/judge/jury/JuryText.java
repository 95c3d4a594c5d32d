package dev.assay.judge.jury;

import dev.assay.judge.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a jury found, how far its members agree, and what each of them said. */
final class JuryText {
    private JuryText() {}

    /**
     * The reasons of a jury's score, its own line first.
     *
     * @param scored those of {@code scores} that have a value; at least one
     */
    static String rationale(List<Score> scores, List<Score.Scored> scored, boolean median) {
        double low = scored.stream().mapToDouble(Score.Scored::points).min().orElseThrow();
        double high = scored.stream().mapToDouble(Score.Scored::points).max().orElseThrow();
        String agreement =
                scored.size() == 1 ? "" : low == high ? ", all alike" : ", from " + figure(low) + " to " + figure(high);
        String start = (median ? "Median" : "Mean") + " of " + scored.size()
                + (scored.size() == scores.size() ? "" : " of " + scores.size()) + " judgements" + agreement + ".\n";
        return scores.stream().map(JuryText::member).collect(Collectors.joining("\n", start, ""));
    }

    private static String member(Score score) {
        String judge = score.judge() == null ? "" : score.judge() + ": ";
        return judge
                + switch (score) {
                    case Score.Scored one -> figure(one.points()) + ". " + one.rationale();
                    case Score.Unscored none -> "not scored: " + none.reason();
                };
    }

    private static String figure(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
