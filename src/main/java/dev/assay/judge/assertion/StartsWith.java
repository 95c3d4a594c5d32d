package dev.assay.judge.assertion;

import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Settings;
import dev.assay.judge.type.Wanted;
import java.util.List;

/**
 * Whether the answer begins with a text; of a list, with one of them.
 *
 * @param ignoreCase whether capitals do not matter
 */
record StartsWith(Wanted wanted, boolean ignoreCase) implements Rule {
    static final MetricType TYPE = MetricType.assertion(
                    "starts-with", "It begins with a text, or with one of a list.", StartsWith::of)
            .with(Wanted.SETTINGS)
            .with(Contains.IGNORE_CASE)
            .withMain("value");

    private static StartsWith of(Settings settings) {
        return new StartsWith(Wanted.of(settings), settings.flag("ignore_case", false));
    }

    @Override
    public Finding find(Judgement judgement) {
        List<String> texts = wanted.of(judgement);
        if (texts.isEmpty()) {
            return wanted.missing();
        }
        String output = judgement.output().stripLeading();
        boolean holds = texts.stream()
                .map(String::stripLeading)
                .anyMatch(text -> output.regionMatches(ignoreCase, 0, text, 0, text.length()));
        return Finding.holds(holds, (holds ? "starts with " : "does not start with ") + Quoted.all(texts));
    }
}
