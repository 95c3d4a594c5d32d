package dev.assay.judge.type;

import dev.assay.judge.Judge;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.llm.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges by a rule: at once, for nothing, without a model.
 *
 * @param metric what its scores are called
 * @param rule the rule
 */
record RuleJudge(String metric, Rule rule) implements Judge {

    @Override
    public @Nullable ModelId model() {
        return null;
    }

    @Override
    public Score judge(Judgement judgement) {
        return switch (rule.find(judgement)) {
            case Finding.Measured found ->
                new Score.Scored(metric, null, found.value(), found.points(), found.why(), List.of());
            case Finding.NotMeasured missing -> new Score.Unscored(metric, null, missing.why(), "", List.of());
        };
    }
}
