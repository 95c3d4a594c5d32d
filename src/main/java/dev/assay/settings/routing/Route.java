package dev.assay.settings.routing;

import dev.assay.llm.ModelId;
import java.util.List;
import java.util.stream.Stream;

/** A way to a model, asked for by its name as if it were one. */
public sealed interface Route {

    /** Its name. */
    String name();

    /** The models that it may ask to answer, in order; those of judges are not among them. */
    List<ModelId> models();

    /**
     * Asks cheaper models first, and another one where an answer will not do.
     *
     * @param steps at least two; the answer of the last is taken whatever it is
     */
    record Cascade(String name, List<Step> steps) implements Route {
        public Cascade {
            steps = List.copyOf(steps);
        }

        @Override
        public List<ModelId> models() {
            return steps.stream().map(Step::model).toList();
        }

        /** The models that judge answers. */
        public List<ModelId> judges() {
            return steps.stream()
                    .flatMap(step -> step.escalate().stream())
                    .flatMap(trigger ->
                            trigger instanceof Trigger.JudgedBelow judged ? Stream.of(judged.judge()) : Stream.empty())
                    .toList();
        }
    }

    /**
     * One model of a cascade.
     *
     * @param model that is asked
     * @param escalate when its answer will not do; empty for the last step
     */
    record Step(ModelId model, List<Trigger> escalate) {
        public Step {
            escalate = List.copyOf(escalate);
        }
    }

    /**
     * Chooses by what is asked.
     *
     * @param options the first that applies is taken; the last applies always
     */
    record Choice(String name, List<Option> options) implements Route {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public List<ModelId> models() {
            return options.stream().map(Option::model).toList();
        }
    }

    /**
     * One model of a choice.
     *
     * @param when what must hold
     * @param model that is asked; may be a cascade of the same file
     */
    record Option(Condition when, ModelId model) {}
}
