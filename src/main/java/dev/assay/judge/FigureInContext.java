package dev.assay.judge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure with the words around it. A figure that is hedged, negated, signed, part of a range or of another scale is no
 * score.
 *
 * @param before the words of the same clause before it
 * @param sign a sign directly before it; empty where there is none
 * @param figure the figure itself, in digits or as a word
 * @param after what follows it, up to the end of the line
 */
record FigureInContext(String before, String sign, String figure, String after) {
    private static final String WORDS = "one|two|three|four|five|six|seven|eight|nine|ten";
    private static final List<String> NUMBER_WORDS = List.of(WORDS.split("\\|"));

    /** Matches a figure, in the groups {@code sign} and {@code n}. */
    static final String NUMBER = "(?<sign>[-\\u2212+~<>\\u2264\\u2265\\u2248]\\s?)?(?<n>(?<![\\p{L}\\p{N}.,/])"
            + "\\d{1,4}(?:\\.\\d{1,4})?|\\b(?:" + WORDS + ")\\b)(?![\\p{L}\\p{N}])";

    /** Characters on each side that are looked at. */
    private static final int NEAR = 100;

    private static final Pattern CLAUSE_END = Pattern.compile("[.!?;:,(\\n]");
    private static final Pattern HEDGE = pattern(
            "\\b(?:at (?:least|most|best)|(?:more|less|better|worse|higher|lower) than|above|below|over|under|up to|not"
                    + "|never|cannot|between|around|about|roughly|approximately|nearly|almost|max(?:imum)?|min(?:imum)?"
                    + "|would have|if|instead of|rather than|mindestens|höchstens)\\b|n['’]t\\b");
    private static final Pattern RANGE_BEFORE =
            pattern("(?:\\d|\\b(?:" + WORDS + "))\\s*(?:[-\\u2013\\u2014~/]|\\b(?:to|or|and|bis|ou|oder)\\b)\\s*$");
    private static final Pattern TOTAL = pattern("^\\s*(?:/|\\bout\\s+of\\b|\\bvon\\b|\\bsur\\b)\\s*(\\d++)");
    private static final Pattern MISLEADING_AFTER =
            pattern("^(?:\\s*(?:[-\\u2013\\u2014~]|\\b(?:to|or|and|bis|ou|oder)\\b)\\s*(?:\\d|(?:" + WORDS + ")\\b)"
                    + "|[.,]\\d|\\s*[+\\u00B1\\u2044]|\\s*=\\s*\\p{L}|\\s*/)");
    private static final Pattern REPEATED = pattern("^\\s*\\((\\d{1,4})\\)");
    private static final Pattern PER_CENT = pattern("^\\s*(?:%|per\\s?cent\\b)");
    private static final Pattern WORD_AFTER = pattern("^\\s+(?!out\\b|stars?\\b|points?\\b)\\p{L}");

    FigureInContext(String text, Matcher match) {
        this(
                clauseBefore(text.substring(Math.max(0, match.start() - NEAR), match.start())),
                match.group("sign") == null ? "" : match.group("sign"),
                match.group("n").toLowerCase(Locale.ROOT),
                text.substring(match.end("n"), Math.min(text.length(), match.end("n") + NEAR))
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    /** The figure on the scale, or ambiguous. */
    Found read(Scale scale) {
        Matcher total = TOTAL.matcher(after);
        if (total.find()) {
            return new FigureInContext(before, sign, figure, after.substring(total.end()))
                    .readOf(scale, total.group(1));
        }
        boolean isWord = NUMBER_WORDS.contains(figure);
        Matcher repeated = REPEATED.matcher(after);
        if (!sign.isEmpty()
                || HEDGE.matcher(before).find()
                || RANGE_BEFORE.matcher(before).find()
                || MISLEADING_AFTER.matcher(after).find()
                || (PER_CENT.matcher(after).find() && scale.max() != 100)
                || (isWord && WORD_AFTER.matcher(after).find())) {
            return Found.AMBIGUOUS;
        }
        Found own = scale.of(isWord ? NUMBER_WORDS.indexOf(figure) + 1 : Double.parseDouble(figure));
        return repeated.find() ? own.and(scale.read(repeated.group(1))) : own;
    }

    private Found readOf(Scale scale, String total) {
        return total.equals(String.valueOf(scale.max())) ? read(scale) : Found.AMBIGUOUS;
    }

    private static String clauseBefore(String text) {
        int from = 0;
        Matcher end = CLAUSE_END.matcher(text);
        while (end.find()) {
            from = end.end();
        }
        return text.substring(from);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
