package dev.assay.workbench;

import dev.assay.experiment.Clusters;
import dev.assay.experiment.CommitEvidence;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.evidence.Evidence;
import dev.assay.history.Run;
import dev.assay.history.RunHistory;
import dev.assay.history.RunStatus;
import dev.assay.llm.InputException;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds what was measured of texts that are about to be committed.
 *
 * @param history the runs
 */
public record EvidenceFinder(RunHistory history) {
    private static final int NEWEST = 200;
    private static final int SHORT = 12;

    /** What the latest judged run says that ran one of these texts exactly; empty where none did. */
    public Optional<Evidence> latest(Collection<String> blobIds) {
        return history.runs(NEWEST).stream()
                .filter(run ->
                        run.status() == RunStatus.FINISHED && !run.metrics().isEmpty())
                .filter(run -> run.variants().stream().anyMatch(variant -> blobIds.contains(variant.blobId())))
                .flatMap(run -> of(run, blobIds).stream())
                .findFirst();
    }

    /** What that run says of one of these texts; throws {@link InputException} where it says nothing. */
    public Evidence of(String runId, Collection<String> blobIds) {
        Run run = history.run(runId)
                .orElseThrow(() -> new InputException("There is no run '" + runId + "': see assay runs list"));
        return of(run, blobIds)
                .orElseThrow(() -> new InputException("Run " + run.id()
                        + " is no evidence for this text: it did not run exactly it to the end with scores"));
    }

    private Optional<Evidence> of(Run run, Collection<String> blobIds) {
        String hash = run.datasetHash();
        String dataset = run.dataset() + "@" + hash.substring(0, Math.min(SHORT, hash.length()));
        return CommitEvidence.of(
                Comparison.of(run, history.cells(run.id()), Clusters.of(history.cases(run.id()))), blobIds, dataset);
    }
}
