package dev.assay.experiment;

import dev.assay.history.CellKey;
import dev.assay.history.RunSource;
import dev.assay.history.RunVariant;
import dev.assay.judge.Judge;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmProvider;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a run will send, known to be possible before the first call is made.
 *
 * @param variants as they are recorded
 * @param cells in the order of dispatch: case by case across the variants, so that a stopped run has whole pairs
 * @param judges one a metric
 * @param sources the texts that the calls are made from
 */
record Plan(List<RunVariant> variants, List<PlannedCell> cells, List<Judge> judges, List<RunSource> sources) {

    /** One cell to run. */
    record PlannedCell(CellKey key, TestCase testCase, ChatRequest request) {}

    static Plan of(Experiment experiment, LlmProvider provider, Bench bench) {
        List<RunVariant> variants = new ArrayList<>();
        List<List<ChatRequest>> requests = new ArrayList<>();
        List<RunSource> sources = new ArrayList<>();
        for (Variant variant : experiment.variants()) {
            provider.requireModel(variant.model());
            LoadedPrompt prompt = bench.prompt(variant.prompt());
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
        return new Plan(variants, cells(experiment, requests), judges(experiment, provider, bench), sources);
    }

    private static List<Judge> judges(Experiment experiment, LlmProvider provider, Bench bench) {
        if (experiment.judge() != null && !experiment.metrics().isEmpty()) {
            provider.requireModel(experiment.judge());
        }
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
                        .toRequest(variant.model(), variant.parameters(), experiment.settings().stream()));
            } catch (InputException e) {
                faults.add(e, testCase);
            }
        }
        faults.throwIfAny();
        return requests;
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
