package dev.assay.judge.reply;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a score out of a reply in words. The clearest way of saying it that occurs decides; within it all figures must
 * agree.
 */
final class ProseReply {
    private static final String NUMBER = FigureInContext.NUMBER;
    private static final String LINK =
            "(?:\\s*(?:[:=>\"']|[-\\u2013\\u2014](?=\\s)|\\b(?:is|was|of|an?|as|at)\\b|为|是))*\\s*";

    /** "Note: 3 issues" is English and no score; "Note : 3" is French and one. */
    private static final String LABEL = "(?!note\\b[^\\n\\d]*\\d+\\s+(?!sur\\b)\\p{L}|note\\s*\\d)"
            + "(?:(?<!\\p{L})(?:scores?|scored|rating|rated|bewertung|note|оценка)(?!\\p{L})|评分)";

    /** "4 out of 5 facts are right" counts facts. */
    private static final String NOT_COUNTING =
            "(?!\\s+(?!stars?\\b|points?\\b|because\\b|since\\b|as\\b|for\\b|and\\b|but\\b|due\\b)\\p{L})";

    /** From the clearest to the weakest; the first {@link #LABELS} name the figure a score. */
    private static final List<Pattern> RANKS = List.of(
            pattern("\\b(?:final|overall)(?:\\s+(?:score|rating|grade|verdict|assessment|judge?ment))?" + LINK
                    + NUMBER),
            pattern("(?:\\[\\[\\s*(?=[^\\[\\]]+\\]\\])|\\[result\\]\\s*|<s\\d>\\s*|<score>\\s*|\\\\boxed\\{)" + NUMBER),
            pattern(LABEL + LINK + NUMBER),
            pattern("\\b(?:score|rate|grade|give|assign)s?\\s+(?:(?:it|this|that|the\\s+\\p{L}+)\\s+)?(?:as|at|with)?"
                    + LINK + NUMBER),
            pattern(NUMBER + "(?=\\s*/\\s*\\d|\\s+out\\s+of\\s+\\d++" + NOT_COUNTING + ")"),
            pattern(NUMBER + "(?=[\\s-]*stars?\\b)"));

    private static final int LABELS = 3;

    private static final Pattern LINE_OF_NUMBER = pattern(NUMBER + "\\s*(?:(?:/|out of)\\s*\\d+|%)?\\.?");
    private static final Pattern NUMBER_AND_WORD = pattern(NUMBER + "\\s+[-\\u2013\\u2014]\\s+\\p{L}+");
    private static final Pattern STARS = Pattern.compile("([★⭐]++)([☆✩]*+)(?![x+])");

    /** "No wait, 3": the judge has changed its mind, and what it means at last is a guess. */
    private static final Pattern CORRECTION = pattern(
            "\\b(?:wait|correction|actually|make\\s+(?:that|it)|second\\s+thoughts?|scratch\\s+that|i\\s+mean|maybe|perhaps)"
                    + "\\b[^\\n]{0,40}?" + NUMBER);

    /** A scale that is left after the right one is taken out is another one. */
    private static final Pattern OTHER_SCALE = pattern("\\bscale\\b\\W*(?:(?:of|from|is|goes)\\b\\W*)*[0-9]");

    private static final Pattern POINT_SCALE = pattern("([0-9]{1,4})[\\s-]*points?[\\s-]+scale");
    private static final Pattern MARKDOWN = Pattern.compile("[*_`#]+");

    private final Scale scale;
    private final Pattern scaleMention;

    ProseReply(Scale scale) {
        this.scale = scale;
        this.scaleMention = pattern("\\(?(?:\\bon\\s+(?:a|the)\\s+scale\\s+)?(?:\\b(?:of|from)\\s+)?(?<![\\d.])"
                + scale.min() + "\\s*(?:[-\\u2013]|\\bto\\b)\\s*" + scale.max() + "(?![\\d.]\\d|\\d)\\)?");
    }

    /** The score that the reply gives. */
    Found score(String reply) {
        String plain = MARKDOWN.matcher(reply).replaceAll("");
        String text = scaleMention.matcher(plain).replaceAll(" ").strip();
        if (CORRECTION.matcher(text).find() || hasOtherScale(text)) {
            return Found.AMBIGUOUS;
        }
        Found lines = numberLines(text);
        if (lines != Found.NOTHING) {
            return RANKS.subList(0, LABELS).stream()
                    .map(rank -> all(text, rank))
                    .reduce(lines, Found::and);
        }
        if (NUMBER_AND_WORD.matcher(text).matches()) {
            return all(text, NUMBER_AND_WORD);
        }
        return RANKS.stream()
                .map(rank -> all(text, rank))
                .filter(found -> found != Found.NOTHING)
                .findFirst()
                .orElseGet(() -> stars(text));
    }

    private boolean hasOtherScale(String text) {
        return OTHER_SCALE.matcher(text).find()
                || POINT_SCALE
                        .matcher(text)
                        .results()
                        .anyMatch(named -> !scale.read(named.group(1)).equals(scale.of(scale.max())));
    }

    /** The figure that stands alone on the first or the last line. */
    private Found numberLines(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty() ? Found.NOTHING : numberLine(lines.getFirst()).and(numberLine(lines.getLast()));
    }

    private Found numberLine(String line) {
        Matcher number = LINE_OF_NUMBER.matcher(line);
        return number.matches() ? new FigureInContext(line, number).read(scale) : Found.NOTHING;
    }

    private Found all(String text, Pattern pattern) {
        Found found = Found.NOTHING;
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            found = found.and(new FigureInContext(text, match).read(scale));
        }
        return found;
    }

    private Found stars(String text) {
        Found found = Found.NOTHING;
        Matcher stars = STARS.matcher(text);
        while (stars.find()) {
            int full = stars.group(1).length();
            int empty = stars.group(2).length();
            boolean wholeScale = empty == 0 || full + empty == scale.max();
            found = found.and(wholeScale ? scale.of(full) : Found.AMBIGUOUS);
        }
        return found;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
