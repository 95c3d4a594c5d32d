package dev.assay.judge.reply;

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
 * @param quoted the words that make it a score stand in quotes
 */
record FigureInContext(String before, String sign, String figure, String after, boolean quoted) {
    private static final String WORDS = "one|two|three|four|five|six|seven|eight|nine|ten";
    private static final List<String> NUMBER_WORDS = List.of(WORDS.split("\\|"));

    /** Matches a figure, in the groups {@code sign} and {@code n}. */
    static final String NUMBER = "(?<sign>[-\\u2212+~<>\\u2264\\u2265\\u2248]\\s?)?(?<n>(?<![\\p{L}\\p{N}.,/])"
            + "[0-9]{1,4}(?:\\.[0-9]{1,4})?|\\b(?:" + WORDS + ")\\b)(?![\\p{L}\\p{N}])";

    /** Words that tell what somebody else said. */
    static final String HEARSAY = "says?|said|claims?|claimed|states?|stated|asks?|asked|wrote|writes?|requests?"
            + "|requested|demands?|quotes?|quoted|contains?";

    /** Characters on each side that are looked at. */
    private static final int NEAR = 100;

    private static final Pattern CLAUSE_END = Pattern.compile("[.!?;:,(\\n]");
    private static final Pattern HEDGE = pattern(
            "\\b(?:at (?:least|most|best)|(?:more|less|better|worse|higher|lower) than|above|below|over|under|up to|not"
                    + "|never|cannot|between|around|about|roughly|approximately|nearly|almost|max(?:imum)?|min(?:imum)?"
                    + "|would have|if|instead of|rather than|mindestens|höchstens|keine?|nicht|aucune|не"
                    + "|" + HEARSAY + ")\\b|n['’]t\\b");

    /** A verdict in quotes, or in a quoted line, is somebody else's; a quoted key such as {@code "score": 4} is not. */
    private static final Pattern QUOTED = pattern("(?:^|\\n)\\s*>[^\\n]*$|[\"'\\u2018\\u201C\\u201E\\u00AB]\\s*$");

    private static final Pattern QUOTED_KEY = pattern("^[\\p{L}\\s]+[\"'\u2019\u201D\u201C\u00BB]");

    private static final Pattern RANGE_BEFORE =
            pattern("(?:\\d|\\b(?:" + WORDS + "))\\s*(?:[-\\u2013\\u2014~/]|\\b(?:to|or|and|bis|ou|oder)\\b)\\s*$");
    private static final Pattern TOTAL =
            pattern("^\\s*\\(?\\s*(?:/|\\b(?:out\\s+of|of|von|sur|su|sobre|de|из)\\b)\\s*(\\d++)");
    private static final Pattern MISLEADING_AFTER = pattern(
            "^(?:\\s*(?:[-\\u2013\\u2014~]|\\b(?:to|or|and|bis|ou|oder)\\b)\\s*(?:\\d|(?:" + WORDS + ")\\b)"
                    + "|[.,'\\u2019\\u00B7\\u066B]\\d|\\s+\\d|\\s*[(;,]\\s*(?:or|could|maybe|might|alternatively)\\b|\\.\\.|\\s*[?\\u2026\\u2192+\\u00B1\\u2044]|\\s*[-=]*>|\\s*=\\s*\\p{L}|\\s*/)");
    private static final Pattern REPEATED = pattern("^\\s*\\((\\d{1,4})\\)");
    private static final Pattern PER_CENT = pattern("^\\s*(?:%|per\\s?cent\\b)");

    /** What may follow a score; after any other word, as in "5 would be" or "4 at most", the figure is none. */
    private static final Pattern WORD_AFTER = pattern(
            "^(?:\\s+|-)(?!(?:because|since|as|for|and|but|due|overall|on|given|out)\\b"
                    + "|(?:stars?|points?|punkten?|sterne|étoiles)\\b(?!\\s+(?!because\\b|since\\b|for\\b|out\\b)\\p{L}))\\p{L}");

    FigureInContext(String text, Matcher match) {
        this(
                clauseBefore(text.substring(Math.max(0, match.start() - NEAR), match.start())),
                match.group("sign") == null ? "" : match.group("sign"),
                match.group("n").toLowerCase(Locale.ROOT),
                text.substring(match.end("n"), Math.min(text.length(), match.end("n") + NEAR))
                        .lines()
                        .findFirst()
                        .orElse(""),
                isQuoted(text, match));
    }

    private static boolean isQuoted(String text, Matcher match) {
        return QUOTED.matcher(text.substring(Math.max(0, match.start() - NEAR), match.start()))
                        .find()
                && !QUOTED_KEY.matcher(match.group()).find();
    }

    /** The figure on the scale, or ambiguous. */
    Found read(Scale scale) {
        Matcher total = TOTAL.matcher(after);
        if (total.find()) {
            return new FigureInContext(before, sign, figure, after.substring(total.end()), quoted)
                    .readOf(scale, total.group(1));
        }
        boolean isWord = NUMBER_WORDS.contains(figure);
        Matcher repeated = REPEATED.matcher(after);
        if (quoted
                || !sign.isEmpty()
                || HEDGE.matcher(before).find()
                || RANGE_BEFORE.matcher(before).find()
                || MISLEADING_AFTER.matcher(after).find()
                || (PER_CENT.matcher(after).find() && scale.max() != 100)
                || WORD_AFTER.matcher(after).find()) {
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
