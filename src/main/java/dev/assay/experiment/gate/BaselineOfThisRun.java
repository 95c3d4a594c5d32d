package dev.assay.experiment.gate;

import dev.assay.experiment.Variant;
import dev.assay.experiment.gate.Baseline.Pairing;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds a baseline among the variants of the run itself. */
public final class BaselineOfThisRun {
    private BaselineOfThisRun() {}

    /**
     * The variant with that letter, else those of that prompt. A prompt that runs on several models is the baseline of
     * each model for the others on the same model.
     *
     * @param name a letter such as A, or a prompt as the run names it, with its revision
     * @return empty where no variant is called so
     * @throws InputException where nothing is left to compare, or a variant has no baseline on its model
     */
    public static Optional<Baseline> find(String name, Candidate run) {
        List<Integer> named = IntStream.range(0, run.variants().size())
                .filter(i -> Variant.label(i).equals(name))
                .boxed()
                .toList();
        List<Integer> found = named.isEmpty() ? ofPrompt(name, run) : named;
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() == run.variants().size()) {
            throw new InputException(
                    "The baseline " + name + " is all that runs: give another --prompt or --model to compare with it");
        }
        return Optional.of(new Baseline(name, null, pairings(name, found, run)));
    }

    private static List<Integer> ofPrompt(String name, Candidate run) {
        if (name.isBlank()) {
            return List.of();
        }
        PromptRef ref = PromptRef.parse(name);
        return IntStream.range(0, run.variants().size())
                .filter(i -> run.variants().get(i).prompt().equals(ref))
                .boxed()
                .toList();
    }

    private static List<Pairing> pairings(String name, List<Integer> baselines, Candidate run) {
        Map<Integer, List<Integer>> challengers = new LinkedHashMap<>();
        for (int i = 0; i < run.variants().size(); i++) {
            if (!baselines.contains(i)) {
                challengers
                        .computeIfAbsent(baselineOf(i, name, baselines, run), baseline -> new ArrayList<>())
                        .add(i);
            }
        }
        return challengers.entrySet().stream()
                .map(entry -> new Pairing(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int baselineOf(int challenger, String name, List<Integer> baselines, Candidate run) {
        if (baselines.size() == 1) {
            return baselines.getFirst();
        }
        List<Integer> sameModel = baselines.stream()
                .filter(baseline -> run.variants()
                        .get(baseline)
                        .model()
                        .equals(run.variants().get(challenger).model()))
                .toList();
        if (sameModel.size() != 1) {
            throw new InputException("The baseline " + name + " could be any of "
                    + baselines.stream().map(Variant::label).collect(Collectors.joining(", ")) + " for variant "
                    + Variant.label(challenger) + ": give the letter of one");
        }
        return sameModel.getFirst();
    }
}
