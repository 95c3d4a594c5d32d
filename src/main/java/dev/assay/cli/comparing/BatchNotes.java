package dev.assay.cli.comparing;

import dev.assay.experiment.Experiment;
import dev.assay.experiment.Variant;
import dev.assay.history.RunBatch;
import dev.assay.llm.LlmProvider;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a user should know of the batches of a run. */
final class BatchNotes {
    private BatchNotes() {}

    /** A line for each variant that is not sent in a batch though the others are. */
    static List<String> asUsual(Experiment experiment, Workbench workbench) {
        if (!experiment.settings().batch()) {
            return List.of();
        }
        LlmProvider gateway = workbench.gateway();
        List<Variant> variants = experiment.variants();
        return IntStream.range(0, variants.size())
                .filter(i -> gateway.batches(variants.get(i).model()).isEmpty())
                .mapToObj(i -> "Variant " + Variant.label(i) + " runs as usual: the provider of "
                        + variants.get(i).model() + " has no batch API")
                .toList();
    }

    /** What providers still work on for a run that was left; empty where that is nothing. */
    static Optional<String> stillRunning(String runId, Workbench workbench) {
        List<String> open = workbench.history().batches(runId).stream()
                .filter(batch -> !batch.collected())
                .map(RunBatch::id)
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("The provider goes on with " + String.join(", ", open) + ": assay resume " + runId
                        + " collects the answers, assay runs cancel " + runId + " cancels what is not done");
    }
}
