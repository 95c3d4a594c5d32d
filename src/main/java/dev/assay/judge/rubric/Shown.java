package dev.assay.judge.rubric;

import dev.assay.judge.Judgement;
import dev.assay.judge.asking.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rubric's judge is shown of a case.
 *
 * @param rubric the rubric
 * @param inputs those that are the context
 */
record Shown(Rubric rubric, Context inputs) {

    /** The same with the inputs by name; empty for all. */
    Shown(Rubric rubric, List<String> fields) {
        this(rubric, new Context(fields));
    }

    /** Why the case cannot be judged, where something is missing that the rubric needs. */
    Optional<String> missing(Judgement judgement) {
        if (rubric.needs().contains(Sight.EXPECTED) && judgement.expected() == null) {
            return Optional.of("the case has no expected answer to judge by: add one to the dataset");
        }
        return rubric.needs().contains(Sight.CONTEXT) ? inputs.missing(judgement) : Optional.empty();
    }

    boolean has(Sight sight) {
        return rubric.sees().contains(sight);
    }

    /** The inputs that are the context, as text. */
    Map<String, String> context(Judgement judgement) {
        return inputs.of(judgement);
    }
}
