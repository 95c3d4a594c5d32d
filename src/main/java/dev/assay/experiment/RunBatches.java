package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.experiment.batch.BatchPace;
import dev.assay.history.Run;
import dev.assay.history.RunBatch;
import dev.assay.history.RunHistory;
import dev.assay.history.recording.CallRecorder;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The batches of runs.
 *
 * @param pace how often a provider is asked how far it is
 */
record RunBatches(LlmProvider provider, RunHistory history, CallRecorder recorder, RunIds ids, BatchPace pace) {

    /**
     * The models of an experiment that are asked in batches; none where it is not to be run so.
     *
     * @throws InputException where it is, and no provider of it offers that
     */
    Set<ModelId> models(Experiment experiment) {
        if (!experiment.settings().batch()) {
            return Set.of();
        }
        Set<ModelId> models = experiment.variants().stream()
                .map(Variant::model)
                .filter(model -> provider.batches(model).isPresent())
                .collect(Collectors.toSet());
        if (models.isEmpty()) {
            throw new InputException("Nothing of this run can be sent in a batch: " + without(experiment.variants())
                    + ". OpenAI and Anthropic have batches: choose a model of theirs, or run without --batch");
        }
        return models;
    }

    private static String without(List<Variant> variants) {
        return IntStream.range(0, variants.size())
                .mapToObj(i -> "variant " + Variant.label(i) + " is "
                        + variants.get(i).model() + ", whose provider has no batch API")
                .collect(Collectors.joining("; "));
    }

    /**
     * How the cells of a run are shared out, known to be possible and within its budget before anything is sent.
     *
     * @throws InputException where it is to use batches and no provider of it offers any, or where they could cost more
     *     than the run may
     */
    BatchShare share(Experiment experiment, Run run, List<PlannedCell> cells, RunCourse course) {
        if (models(experiment).isEmpty()) {
            return BatchShare.alone(cells);
        }
        BatchShare share = BatchShare.of(cells, provider, history.batches(run.id()));
        course.requireRoom(share.unsent());
        return share;
    }

    ChatBatches of(ModelId model) {
        return provider.batches(model).orElseThrow(() -> LlmException.Unsupported.of(model, "batches"));
    }

    /** Asks the providers to leave off with what a run has sent and not collected; returns those batches. */
    List<RunBatch> cancel(String runId) {
        List<RunBatch> open = history.batches(runId).stream()
                .filter(batch -> !batch.collected())
                .toList();
        open.forEach(batch -> of(batch.model()).cancel(batch.model(), batch.id()));
        return open;
    }
}
