package dev.assay.judge.pairwise;

import dev.assay.judge.Score;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a pairwise judge chose of the same two answers in both orders, read back from the reason that it is kept in.
 *
 * @param baselineFirst A where it chose the baseline's, which stood first, B for the other, or TIE
 * @param baselineSecond A where it chose the other, which stood first, B for the baseline's, or TIE
 */
public record OrderedChoices(String baselineFirst, String baselineSecond) {
    private static final String FORTH = " Baseline first (as A): ";
    private static final String BACK = " Baseline second (as B): ";
    private static final String CHOICE = "(A|B|TIE)\\. ";

    /** At the beginning of a reason, or of a line of a jury's after who said it. */
    private static final Pattern FIRST =
            Pattern.compile("(?:\\S+: [\\d.]+\\. )?[A-Z][^.\\n]*\\." + Pattern.quote(FORTH) + CHOICE);

    private static final Pattern SECOND = Pattern.compile(Pattern.quote(BACK) + CHOICE);

    /** The words that keep them, with what the judge said each time. */
    static String told(String before, String whyBefore, String after, String whyAfter) {
        return FORTH + before + ". " + onOneLine(whyBefore) + BACK + after + ". " + onOneLine(whyAfter);
    }

    /** Those of one score, one for each judgement; none where it tells none, or not beyond doubt. */
    public static List<OrderedChoices> of(Score.Scored score) {
        return score.rationale().lines().flatMap(OrderedChoices::read).toList();
    }

    private static Stream<OrderedChoices> read(String line) {
        Matcher first = FIRST.matcher(line + " ");
        if (!first.lookingAt()) {
            return Stream.empty();
        }
        List<String> seconds = SECOND.matcher(line + " ")
                .region(first.end() - 1, line.length() + 1)
                .results()
                .map(found -> found.group(1))
                .toList();
        return seconds.size() == 1 ? Stream.of(new OrderedChoices(first.group(1), seconds.getFirst())) : Stream.empty();
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
