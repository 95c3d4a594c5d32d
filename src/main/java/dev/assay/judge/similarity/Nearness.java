package dev.assay.judge.similarity;

import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Wanted;
import java.util.List;
import java.util.Locale;

/**
 * How near the answer is to a text, 0 to 1; of a list, to the nearest.
 *
 * @param name how explanations call the measure
 * @param measure compares an answer with a text; NaN where they are too long
 */
record Nearness(String name, Wanted wanted, Measure measure) implements Rule {

    /** Compares an answer with a text. */
    interface Measure {
        double of(String output, String text);
    }

    @Override
    public Finding find(Judgement judgement) {
        List<String> texts = wanted.of(judgement);
        if (texts.isEmpty()) {
            return wanted.missing();
        }
        double best = texts.stream()
                .mapToDouble(text -> measure.of(judgement.output(), text))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
        if (Double.isNaN(best)) {
            return new Finding.NotMeasured("the texts are too long to compare by " + name);
        }
        double value = Math.clamp(best, 0, 1);
        return new Finding.Measured(value, value, String.format(Locale.ROOT, "%s is %.3f", name, value));
    }
}
