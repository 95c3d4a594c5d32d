package dev.assay.cli.comparing;

import dev.assay.history.RunSettings;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import dev.assay.workbench.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the calls of a comparison are made. */
final class RunOptions {

    @Option(names = "--repeat", paramLabel = "N", description = "Calls per variant and case. Default: 1.")
    private int repeats = 1;

    @Option(names = "--concurrency", paramLabel = "N", description = "Cells at once. Default: 4.")
    private int concurrency = 4;

    @Option(names = "--no-stream", description = "Ask for whole answers rather than streams.")
    private boolean whole;

    @Option(names = "--temperature", paramLabel = "X", description = "Overrides the prompts' own.")
    private @Nullable Double temperature;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Caps the answers; overrides the prompts' own.")
    private @Nullable Integer maxTokens;

    @Option(
            names = "--cache",
            negatable = true,
            description = "Use answers that are kept of equal calls, also for judging; --no-cache asks afresh and keeps"
                    + " nothing. Repeats are kept apart. Default: what cache.yaml says, else --cache.")
    private @Nullable Boolean cache;

    int repeats() {
        return repeats;
    }

    /** How the calls are made; the cache is used where its settings say so unless told otherwise. */
    RunSettings settings(Workbench workbench) {
        if (concurrency < 1) {
            throw new InputException("Concurrency is " + concurrency + " but must be 1 or more");
        }
        Boolean told = cache;
        boolean cached = told != null ? told : workbench.cache().settings().use();
        return new RunSettings(concurrency, !whole, cached, null, null);
    }

    ModelParameters parameters() {
        return new ModelParameters(temperature, null, null, maxTokens, null, List.of(), null);
    }
}
