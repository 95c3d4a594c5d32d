package dev.assay.workbench;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunListener;
import dev.assay.history.RunHistory;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.registry.PromptRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An open workspace with its services: the use cases that the window and the command line share. Thread-safe. */
public final class Workbench implements AutoCloseable {

    /**
     * Opens a workspace.
     *
     * @param root the workspace folder, a git repository
     * @param notices hears one-line notices for the user, such as waiting for another process
     */
    public static Workbench open(Path root, Consumer<String> notices) {
        throw new UnsupportedOperationException();
    }

    /** The workspace folder. */
    public Path root() {
        throw new UnsupportedOperationException();
    }

    /** The prompts. */
    public PromptRegistry registry() {
        throw new UnsupportedOperationException();
    }

    /** The door to all providers. */
    public LlmProvider gateway() {
        throw new UnsupportedOperationException();
    }

    /** The memory of runs. */
    public RunHistory history() {
        throw new UnsupportedOperationException();
    }

    /** What models cost. */
    public PriceTable prices() {
        throw new UnsupportedOperationException();
    }

    /** Counts tokens. */
    public TokenCounter tokens() {
        throw new UnsupportedOperationException();
    }

    /** The models to offer for choice: the offline ones and those of {@code providers.yaml}. */
    public List<ModelId> models() {
        throw new UnsupportedOperationException();
    }

    /** The parsed prompt; it may have errors, see {@link PromptTemplate#diagnostics()}. */
    public PromptTemplate template(PromptRef ref) {
        throw new UnsupportedOperationException();
    }

    /** Renders a stored prompt; throws {@link dev.assay.llm.InputException} naming file, line and column of errors. */
    public RenderedPrompt render(PromptRef ref, Map<String, Object> inputs) {
        throw new UnsupportedOperationException();
    }

    /** Renders text that need not be saved, such as what an editor holds, with the working copy's partials. */
    public RenderedPrompt renderText(String name, String text, Map<String, Object> inputs) {
        throw new UnsupportedOperationException();
    }

    /** Names of the datasets of this workspace, sorted. */
    public List<String> datasets() {
        throw new UnsupportedOperationException();
    }

    /** A dataset by name ({@code datasets/NAME.csv} or {@code .jsonl}) or by path. */
    public Dataset dataset(String nameOrPath) {
        throw new UnsupportedOperationException();
    }

    /** Runs an experiment to its end; interrupt the thread to stop it, finished cells are kept. */
    public Comparison compare(Experiment experiment, RunListener listener) {
        throw new UnsupportedOperationException();
    }

    /** The figures of an earlier run, from history. The id may be shortened to a unique beginning. */
    public Comparison comparison(String runId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
