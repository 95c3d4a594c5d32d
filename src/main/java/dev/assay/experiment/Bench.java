package dev.assay.experiment;

import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the names in an experiment are looked up. Throws {@link dev.assay.llm.InputException} for unknown ones. */
public interface Bench {

    /** The prompt at its revision or in the working copy. */
    LoadedPrompt prompt(PromptRef ref);

    /**
     * One judge a metric, in the order of the metrics.
     *
     * @param model who judges where a language model does; null where none does
     */
    List<Judge> judges(@Nullable ModelId model, List<Metric> metrics);
}
