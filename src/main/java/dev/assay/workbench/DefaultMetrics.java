package dev.assay.workbench;

import dev.assay.judge.Metric;
import dev.assay.prompt.PromptRef;
import dev.assay.workbench.judges.PromptMetrics;
import java.util.List;

/** What is measured of the answers of prompts where nobody says otherwise. */
public final class DefaultMetrics {
    private DefaultMetrics() {}

    /**
     * What the prompts say themselves, each once; none where they say nothing. Throws
     * {@link dev.assay.llm.InputException} naming the prompt that says something wrong.
     */
    public static List<Metric> of(List<PromptRef> prompts, Workbench workbench) {
        return prompts.stream()
                .distinct()
                .flatMap(ref ->
                        PromptMetrics.of(ref.name(), workbench.template(ref).frontMatter(), workbench.judges())
                                .stream())
                .distinct()
                .toList();
    }
}
