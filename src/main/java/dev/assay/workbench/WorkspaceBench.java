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
import dev.assay.registry.git.Blob;
import dev.assay.registry.git.WorkspacePaths;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks the names of an experiment up in a workspace.
 *
 * @param texts prompt files that lie nowhere yet, by the refs that stand for them
 */
record WorkspaceBench(PromptRegistry registry, Supplier<LlmProvider> provider, Map<PromptRef, String> texts)
        implements Bench {

    @Override
    public LoadedPrompt prompt(PromptRef ref) {
        String text = texts.get(ref);
        if (text != null) {
            return unsaved(ref.name(), text);
        }
        StoredPrompt stored = registry.load(ref);
        Definitions definitions = registry.definitions(ref.revision());
        return new LoadedPrompt(
                PromptTemplate.parse(stored.path(), stored.text(), definitions),
                registry.partials(ref.revision()),
                definitions,
                stored.commitId(),
                stored.blobId());
    }

    private LoadedPrompt unsaved(String name, String text) {
        Definitions definitions = registry.definitions(null);
        return new LoadedPrompt(
                PromptTemplate.parse(WorkspacePaths.ofPrompt(name), text, definitions),
                registry.partials(null),
                definitions,
                null,
                Blob.of(text).name());
    }

    @Override
    public List<Judge> judges(@Nullable ModelId model, List<Metric> metrics) {
        return Judges.of(metrics, model, provider.get());
    }
}
