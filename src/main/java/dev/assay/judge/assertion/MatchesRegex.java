package dev.assay.judge.assertion;

import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether a regular expression matches somewhere in the answer. */
record MatchesRegex(Pattern pattern) implements Rule {
    static final MetricType TYPE = MetricType.assertion(
                    "regex", "A regular expression matches somewhere in it; ^ and $ are its ends.", MatchesRegex::of)
            .with(new Setting("pattern", "a regular expression", "As Java reads it."), Contains.IGNORE_CASE)
            .withMain("pattern");

    private static MatchesRegex of(Settings settings) {
        String regex = settings.text("pattern").orElseThrow(() -> settings.wrong("pattern", "a regular expression"));
        try {
            int flags = settings.flag("ignore_case", false) ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
            return new MatchesRegex(Pattern.compile(regex, flags));
        } catch (PatternSyntaxException e) {
            throw settings.wrong("setting 'pattern' is no regular expression: " + e.getDescription() + " near index "
                    + e.getIndex() + " of " + regex);
        }
    }

    @Override
    public Finding find(Judgement judgement) {
        try {
            Matcher matcher = pattern.matcher(new PatientText(judgement.output()));
            boolean holds = matcher.find();
            String matched = holds ? matcher.group().toString() : "";
            return Finding.holds(
                    holds,
                    holds
                            ? Quoted.of(matched) + " matches " + pattern.pattern()
                            : "nothing matches " + pattern.pattern());
        } catch (PatientText.OutOfPatience | StackOverflowError e) {
            return new Finding.NotMeasured("the pattern " + pattern.pattern()
                    + " takes too long on this answer: make it simpler, without repetitions inside repetitions");
        }
    }
}
