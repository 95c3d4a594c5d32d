package dev.assay.cli.comparing;

import dev.assay.history.RunSettings;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import dev.assay.settings.CacheSettings;
import dev.assay.workbench.Workbench;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the calls of a comparison are made. */
public final class RunOptions {

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

    @Option(
            names = "--semantic-cache",
            negatable = true,
            description = "Let the answer that is kept of an almost equal question stand for another's, by the local"
                    + " embedding model; each such answer is marked, judgements are never taken so. Default: what"
                    + " cache.yaml says, else --no-semantic-cache.")
    private @Nullable Boolean semantic;

    @Option(
            names = "--similarity",
            paramLabel = "X",
            description = "With --semantic-cache: how similar questions must be, above 0 up to 1. Default: what"
                    + " cache.yaml says, else 0.98.")
    private @Nullable Double similarity;

    @Option(
            names = "--budget",
            paramLabel = "USD",
            description =
                    "Begin no cell that could bring answers and judgements together above so many US dollars; what"
                            + " is finished is kept, and the exit status is 1.")
    private @Nullable BigDecimal budget;

    @Option(
            names = "--stop-when-settled",
            paramLabel = "METRIC",
            description =
                    "End the run as soon as the comparison by this metric is settled, by a rule that holds however"
                            + " often it is asked.")
    private @Nullable String settled;

    @Option(
            names = "--batch",
            description = "Send the answers that a provider takes in batches (OpenAI, Anthropic) together, at half the"
                    + " price where the price list says so, and wait for them: minutes to a day. Ctrl-C leaves the"
                    + " batch running; assay resume RUN collects it. Variants of other providers run as usual. Not"
                    + " with --semantic-cache or --stop-when-settled.")
    private boolean batch;

    @Option(
            names = "--estimate",
            description = "Run nothing: tell how many calls it would be, how many the cache would answer, and what it"
                    + " would cost, by the answers of earlier runs or else by the limit of the prompts.")
    private boolean estimate;

    @Option(
            names = "--only",
            paramLabel = "LETTER",
            description = "Run the cells of this variant alone, such as B; assay resume runs the others later.")
    private @Nullable String only;

    /** The letter of the only variant that is to run, or null for all. */
    public @Nullable String only() {
        return only;
    }

    /** Whether to tell what the run would take instead of running. */
    public boolean estimate() {
        return estimate;
    }

    public int repeats() {
        return repeats;
    }

    /** How the calls are made; the cache is used where its settings say so unless told otherwise. */
    public RunSettings settings(Workbench workbench) {
        if (concurrency < 1) {
            throw new InputException("Concurrency is " + concurrency + " but must be 1 or more");
        }
        Boolean told = cache;
        boolean cached = told != null ? told : workbench.cache().settings().use();
        requireBudget(budget);
        return new RunSettings(
                concurrency,
                !whole,
                cached,
                similarity(cached, workbench.cache().settings()),
                budget,
                settled,
                batch);
    }

    /** How similar questions must be; null where only equal ones are answered by the cache. */
    private @Nullable Double similarity(boolean cached, CacheSettings settings) {
        Boolean told = semantic;
        Double least = similarity;
        boolean use = told != null
                ? told
                : least != null || (cached && !batch && settings.semantic().use());
        if (!use) {
            return null;
        }
        if (batch) {
            throw new InputException("The semantic cache stands for nothing that is sent in a batch: leave out --batch,"
                    + " or --semantic-cache and --similarity");
        }
        if (!cached) {
            throw new InputException("The semantic cache is part of the cache, which is off: add --cache, or leave out"
                    + " --semantic-cache and --similarity");
        }
        if (least != null && !(least > 0 && least <= 1)) {
            throw new InputException("The similarity is " + least + " but must be above 0 and at most 1");
        }
        return least != null ? least : Double.valueOf(settings.semantic().similarity());
    }

    static void requireBudget(@Nullable BigDecimal budget) {
        if (budget != null && budget.signum() < 0) {
            throw new InputException("The budget is " + budget + " but must be 0 or more US dollars");
        }
    }

    public ModelParameters parameters() {
        return new ModelParameters(temperature, null, null, maxTokens, null, List.of(), null);
    }
}
