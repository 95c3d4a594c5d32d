package dev.assay.judge.type;

import dev.assay.llm.InputException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What judges are made with.
 *
 * @param model who judges where a language model does; null where none was named
 * @param provider the door to all models
 * @param sample which of several judgements of an answer it is
 */
public record Resources(@Nullable ModelId model, LlmProvider provider, Sample sample) {

    /** What a judge is made with that judges once. */
    public Resources(@Nullable ModelId model, LlmProvider provider) {
        this(model, provider, Sample.ONLY);
    }

    /** The judging model of a metric that needs one. Throws {@link InputException} where none was named. */
    public ModelId modelFor(String metric) {
        if (model == null) {
            throw new InputException("Judging " + metric + " needs a judge model: name one, for example with --judge");
        }
        return model;
    }
}
