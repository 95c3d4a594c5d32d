package dev.assay.judge.jury;

import dev.assay.judge.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a jury found, how far its members agree, and what each of them said. */
public final class JuryText {
    private static final Pattern HEAD = Pattern.compile("(?:Mean|Median) of (\\d+)(?: of \\d+)? judgements?[^\\n]*");
    private static final Pattern MEMBER = Pattern.compile("(?:\\S+: )?(\\d+(?:\\.\\d+)?)\\. .*");

    private JuryText() {}

    /**
     * The points that each member gave, read back from the reasons of a jury's score.
     *
     * @return empty where these are not the reasons of a jury, or do not tell beyond doubt
     */
    public static List<Double> points(String rationale) {
        List<String> lines = rationale.lines().toList();
        Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!head.matches()) {
            return List.of();
        }
        List<Double> points = lines.stream()
                .skip(1)
                .map(MEMBER::matcher)
                .flatMap(member -> member.matches() ? Stream.of(Double.valueOf(member.group(1))) : Stream.empty())
                .toList();
        return points.size() == Integer.parseInt(head.group(1)) ? points : List.of();
    }

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
                    case Score.Scored one -> figure(one.points()) + ". " + onOneLine(one.rationale());
                    case Score.Unscored none -> "not scored: " + onOneLine(none.reason());
                };
    }

    /** A member has a line of its own, which nothing that it says can end. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String figure(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
