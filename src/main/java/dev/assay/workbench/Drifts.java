package dev.assay.workbench;

import dev.assay.experiment.drift.Drift;
import dev.assay.history.Run;
import dev.assay.history.RunOrigin;
import dev.assay.llm.InputException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what has changed from one run to another. */
public final class Drifts {
    private Drifts() {}

    /**
     * What has changed from an earlier run to a later one; both may be shortened to a unique beginning.
     *
     * @param earlierId null for the run that the later one replays
     * @throws InputException where they cannot be compared
     */
    public static Drift between(Workbench workbench, @Nullable String earlierId, String laterId) {
        Run later = workbench.run(laterId);
        RunOrigin origin = later.origin();
        if (earlierId == null && (origin == null || origin.kind() != RunOrigin.Kind.REPLAYED)) {
            throw new InputException("Run " + later.id() + " replays no other: name the earlier run too");
        }
        String earlier = earlierId == null ? Objects.requireNonNull(origin).runId() : earlierId;
        return Drift.between(workbench.comparison(earlier), workbench.comparison(later.id()));
    }
}
