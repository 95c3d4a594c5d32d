package dev.assay.judge.assertion;

import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Settings;
import dev.assay.judge.type.Wanted;
import java.util.List;

/**
 * Whether the answer is a text, white space at its ends apart; of a list, one of them.
 *
 * @param ignoreCase whether capitals do not matter
 */
record EqualsText(Wanted wanted, boolean ignoreCase) implements Rule {
    static final MetricType TYPE = MetricType.assertion(
                    "equals", "It is a text, or one of a list, apart from white space at the ends.", EqualsText::of)
            .with(Wanted.SETTINGS)
            .with(Contains.IGNORE_CASE)
            .withMain("value");

    private static EqualsText of(Settings settings) {
        return new EqualsText(Wanted.of(settings), settings.flag("ignore_case", false));
    }

    @Override
    public Finding find(Judgement judgement) {
        List<String> texts = wanted.of(judgement);
        if (texts.isEmpty()) {
            return wanted.missing();
        }
        String output = judgement.output().strip();
        boolean holds = texts.stream()
                .map(String::strip)
                .anyMatch(text -> ignoreCase ? text.equalsIgnoreCase(output) : text.equals(output));
        String found = Quoted.of(output);
        return Finding.holds(holds, holds ? "equals " + found : found + " does not equal " + Quoted.all(texts));
    }
}
