package dev.assay.judge.rubric;

import dev.assay.judge.reply.Scale;
import dev.assay.llm.InputException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What users write of a rubric, read. Each throws {@link InputException} naming what was written and the mend. */
public final class RubricWords {
    /** The scale where none is given. */
    public static final String USUAL_SCALE = "1-5";

    /** What the judge is shown where nothing is said. */
    public static final List<String> USUAL_SIGHT = List.of("input", "answer", "expected");

    private static final Pattern SCALE = Pattern.compile("(\\d{1,3})\\s*(?:-|–|to)\\s*(\\d{1,3})");
    private static final int MOST_STEPS = 10;

    private RubricWords() {}

    /** A scale such as {@code 1-5}. */
    public static Scale scale(String text) {
        Matcher written = SCALE.matcher(text.strip());
        if (!written.matches()) {
            throw new InputException("the scale is '" + text + "' but must be two whole numbers such as 1-5");
        }
        int min = Integer.parseInt(written.group(1));
        int max = Integer.parseInt(written.group(2));
        if (max <= min || max - min > MOST_STEPS) {
            throw new InputException("the scale is '" + text + "' but must have from 2 to " + (MOST_STEPS + 1)
                    + " figures, the worst first, such as 1-5: finer ones no judge tells apart");
        }
        return new Scale(min, max);
    }

    /** A figure of a scale that an anchor explains. */
    public static int figure(String text, Scale scale) {
        if (text.matches("\\d{1,3}")) {
            int figure = Integer.parseInt(text);
            if (figure >= scale.min() && figure <= scale.max()) {
                return figure;
            }
        }
        throw new InputException("'" + text + "' is no figure of the scale from " + scale);
    }

    /** A score of a scale at which an answer passes, as a value from 0 to 1. */
    public static double pass(String text, Scale scale) {
        if (text.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            double points = Double.parseDouble(text);
            if (points >= scale.min() && points <= scale.max()) {
                return scale.normalised(points);
            }
        }
        throw new InputException("an answer passes at '" + text + "' but that must be a score from " + scale);
    }

    /** What the judge is shown; the answer, which it always sees, may be named too. */
    public static Set<Sight> sights(List<String> words) {
        Set<Sight> sights = EnumSet.noneOf(Sight.class);
        words.forEach(word -> sight(word, sights));
        return sights;
    }

    private static void sight(String word, Set<Sight> sights) {
        switch (word) {
            case "answer" -> {}
            case "input", "expected", "context" -> sights.add(Sight.valueOf(word.toUpperCase(Locale.ROOT)));
            default ->
                throw new InputException(
                        "a judge cannot be shown '" + word + "': write input, answer, expected or context");
        }
    }
}
