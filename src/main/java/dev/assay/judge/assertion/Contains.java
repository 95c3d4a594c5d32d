package dev.assay.judge.assertion;

import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import dev.assay.judge.type.Wanted;
import java.util.List;
import java.util.Locale;

/**
 * Whether texts occur in the answer.
 *
 * @param any whether one of them is enough
 * @param ignoreCase whether capitals do not matter
 */
record Contains(Wanted wanted, boolean any, boolean ignoreCase) implements Rule {
    static final Setting IGNORE_CASE =
            new Setting("ignore_case", "true or false", "Whether capitals do not matter. Default: false.");
    static final MetricType TYPE = MetricType.assertion(
                    "contains", "A text, or a list of texts, occurs in it.", Contains::of)
            .with(Wanted.SETTINGS)
            .with(new Setting("match", "all or any", "How many of a list must occur. Default: all."), IGNORE_CASE)
            .withMain("value");

    private static Contains of(Settings settings) {
        return new Contains(
                Wanted.of(settings),
                settings.oneOf("match", List.of("all", "any"), "all").equals("any"),
                settings.flag("ignore_case", false));
    }

    @Override
    public Finding find(Judgement judgement) {
        List<String> texts = wanted.of(judgement);
        if (texts.isEmpty()) {
            return wanted.missing();
        }
        String output = folded(judgement.output());
        List<String> there =
                texts.stream().filter(text -> output.contains(folded(text))).toList();
        List<String> absent =
                texts.stream().filter(text -> !there.contains(text)).toList();
        boolean holds = any ? !there.isEmpty() : absent.isEmpty();
        return Finding.holds(
                holds,
                there.isEmpty() || !holds ? "does not contain " + Quoted.all(absent) : "contains " + Quoted.all(there));
    }

    private String folded(String text) {
        return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    }
}
