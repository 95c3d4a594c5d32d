package dev.assay.ui.calls;

import dev.assay.experiment.TestCase;
import dev.assay.experiment.dataset.NewCase;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.RecordedCall;
import dev.assay.ui.results.detail.Detail;
import dev.assay.ui.results.rows.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The call that is being read.
 *
 * @param recorded all that history has of it
 * @param testCase the case that it was made for, or null
 */
record OpenCall(RecordedCall recorded, @Nullable TestCase testCase) {

    /** What was sent and what came; empty where the texts are not kept. */
    Optional<Detail> detail() {
        Invocation call = recorded.invocation();
        return call == null
                ? Optional.empty()
                : Optional.of(Detail.of(
                        Attempt.of(new Cell(new CellKey(0, 0, 0), Map.of(), null, call, List.of(), List.of()))));
    }

    /** The values that the prompt was filled with; empty where they are not known. */
    Map<String, Object> inputs() {
        TestCase made = testCase;
        return made == null ? Map.of() : made.inputs();
    }

    /** What was answered; empty where nothing was. */
    Optional<String> answer() {
        Invocation call = recorded.invocation();
        return call != null && call.outcome() instanceof Outcome.Completed completed
                ? Optional.of(completed.response().output())
                : Optional.empty();
    }

    /**
     * The case as a new one for a dataset.
     *
     * @param golden whether the answer is the right one
     */
    NewCase asCase(boolean golden) {
        TestCase made = testCase;
        String expected = golden ? answer().orElse(null) : made == null ? null : made.expected();
        return new NewCase(inputs(), expected, made == null ? List.of() : made.tags());
    }
}
