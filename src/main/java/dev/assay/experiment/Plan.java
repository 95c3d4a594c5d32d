package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.RunSource;
import dev.assay.history.RunVariant;
import dev.assay.judge.Judge;
import dev.assay.judge.catalog.Judges;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.PromptOrigin;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run will send, known to be possible before the first call is made.
 *
 * @param variants as they are recorded
 * @param cells in the order of dispatch: case by case across the variants, so that a stopped run has whole pairs
 * @param judges one a metric
 * @param sources the texts that the calls are made from
 */
record Plan(List<RunVariant> variants, List<PlannedCell> cells, List<Judge> judges, List<RunSource> sources) {

    /**
     * One cell to run.
     *
     * @param begun the same cell with its answer and those scores that need not be paid for again, or null
     */
    record PlannedCell(
            CellKey key,
            TestCase testCase,
            ChatRequest request,
            @Nullable Cell begun) {

        /** A cell that is run from its beginning. */
        PlannedCell(CellKey key, TestCase testCase, ChatRequest request) {
            this(key, testCase, request, null);
        }
    }

    /**
     * The plan with the prompts as they are now.
     *
     * @param check throws where a model cannot be asked
     */
    static Plan of(Experiment experiment, Consumer<ModelId> check, Bench bench) {
        return of(
                experiment,
                check,
                bench,
                variant -> bench.prompt(experiment.variants().get(variant).prompt()));
    }

    /** The plan with the prompts as they were when a run began, by index of their variant. */
    static Plan of(Experiment experiment, Consumer<ModelId> check, Bench bench, IntFunction<LoadedPrompt> prompts) {
        List<RunVariant> variants = new ArrayList<>();
        List<List<ChatRequest>> requests = new ArrayList<>();
        List<RunSource> sources = new ArrayList<>();
        for (Variant variant : experiment.variants()) {
            check.accept(variant.model());
            LoadedPrompt prompt = prompts.apply(variants.size());
            var partials = new Sources.Noted(prompt.partials());
            variants.add(new RunVariant(
                    Variant.label(variants.size()),
                    variant.prompt().name(),
                    prompt.revision(),
                    prompt.blobId(),
                    variant.model(),
                    variant.parameters()));
            requests.add(requests(experiment, variant, prompt, partials));
            sources.addAll(Sources.of(variants.size() - 1, prompt, partials));
        }
        return new Plan(variants, cells(experiment, requests), judges(experiment, check, bench), sources);
    }

    /** The same plan with some of its cells only. */
    Plan withCells(List<PlannedCell> some) {
        return new Plan(variants, some, judges, sources);
    }

    /** Those of the cells that have ended which it does not run again. */
    List<Cell> untouched(List<Cell> ended) {
        Set<CellKey> planned = cells.stream().map(PlannedCell::key).collect(Collectors.toSet());
        return ended.stream().filter(cell -> !planned.contains(cell.key())).toList();
    }

    private static List<Judge> judges(Experiment experiment, Consumer<ModelId> check, Bench bench) {
        if (experiment.judge() != null && !experiment.metrics().isEmpty()) {
            check.accept(experiment.judge());
        }
        experiment.metrics().stream()
                .flatMap(metric -> Judges.asked(metric, null).stream())
                .distinct()
                .forEach(check);
        return bench.judges(experiment.judge(), experiment.metrics());
    }

    private static List<ChatRequest> requests(
            Experiment experiment, Variant variant, LoadedPrompt prompt, PartialSource partials) {
        prompt.template().requireValid();
        var renderer = new PromptRenderer(partials);
        var faults = new CaseFaults(experiment.dataset(), prompt.template().file());
        List<ChatRequest> requests = new ArrayList<>();
        for (TestCase testCase : experiment.dataset().cases()) {
            try {
                requests.add(renderer.render(prompt.template(), testCase.inputs(), List.of())
                        .toRequest(variant.model(), variant.parameters(), experiment.settings().stream())
                        .withOrigin(origin(variant, prompt)));
            } catch (InputException e) {
                faults.add(e, testCase);
            }
        }
        faults.throwIfAny();
        return requests;
    }

    /** Only routes ask for it. */
    private static @Nullable PromptOrigin origin(Variant variant, LoadedPrompt prompt) {
        return variant.model().isRoute()
                ? new PromptOrigin(
                        variant.prompt().name(), prompt.template().frontMatter().tags())
                : null;
    }

    private static List<PlannedCell> cells(Experiment experiment, List<List<ChatRequest>> requests) {
        List<PlannedCell> cells = new ArrayList<>();
        for (TestCase testCase : experiment.dataset().cases()) {
            for (int repeat = 0; repeat < experiment.repeats(); repeat++) {
                for (int variant = 0; variant < requests.size(); variant++) {
                    var key = new CellKey(variant, testCase.index(), repeat);
                    ChatRequest request = requests.get(variant).get(testCase.index());
                    cells.add(new PlannedCell(key, testCase, request.withRepeat(repeat)));
                }
            }
        }
        return cells;
    }
}
