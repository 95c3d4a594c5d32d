package dev.assay.workbench;

import dev.assay.experiment.Bench;
import dev.assay.experiment.LoadedPrompt;
import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.StoredPrompt;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks the names of an experiment up in a workspace. */
record WorkspaceBench(PromptRegistry registry, Supplier<LlmProvider> provider) implements Bench {

    @Override
    public LoadedPrompt prompt(PromptRef ref) {
        StoredPrompt stored = registry.load(ref);
        Definitions definitions = registry.definitions(ref.revision());
        return new LoadedPrompt(
                PromptTemplate.parse(stored.path(), stored.text(), definitions),
                registry.partials(ref.revision()),
                definitions,
                stored.commitId(),
                stored.blobId());
    }

    @Override
    public List<Judge> judges(@Nullable ModelId model, List<Metric> metrics) {
        return Judges.of(metrics, model, provider.get());
    }
}
