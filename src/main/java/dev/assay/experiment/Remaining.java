package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunCase;
import dev.assay.judge.Score;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run that history holds still lacks. */
final class Remaining {
    private Remaining() {}

    /** The experiment as it was when the run began. */
    static Experiment experiment(Run run, List<RunCase> cases) {
        if (cases.size() != run.cases()) {
            throw new InputException("Run " + run.id() + " was made by an older Assay, which did not keep its cases:"
                    + " compare again instead");
        }
        List<TestCase> testCases = TestCase.of(cases);
        List<String> columns = testCases.stream()
                .flatMap(one -> one.inputs().keySet().stream())
                .distinct()
                .toList();
        return new Experiment(
                run.title(),
                run.variants().stream()
                        .map(variant -> new Variant(
                                new PromptRef(variant.prompt(), variant.revision()),
                                variant.model(),
                                variant.parameters()))
                        .toList(),
                new Dataset(run.dataset(), columns, testCases, run.datasetHash()),
                run.measured(),
                run.judge(),
                run.repeats(),
                run.settings());
    }

    /** The cells of a whole plan that are still to be run. */
    static List<PlannedCell> cells(Plan whole, List<Cell> ended, List<String> metrics, CellChoice choice) {
        Map<CellKey, Cell> byKey = ended.stream().collect(Collectors.toMap(Cell::key, Function.identity()));
        return whole.cells().stream()
                .filter(planned -> choice.includes(planned.key().variant()))
                .flatMap(planned -> remaining(planned, byKey.get(planned.key()), metrics, choice.failedToo()))
                .toList();
    }

    private static Stream<PlannedCell> remaining(
            PlannedCell planned, @Nullable Cell ended, List<String> metrics, boolean failedToo) {
        if (ended == null) {
            return Stream.of(planned);
        }
        if (ended.answer().outcome() instanceof Outcome.Completed) {
            Set<String> scored = ended.scores().stream().map(Score::metric).collect(Collectors.toSet());
            return scored.containsAll(metrics)
                    ? Stream.empty()
                    : Stream.of(new PlannedCell(planned.key(), planned.testCase(), planned.request(), ended));
        }
        return failedToo ? Stream.of(planned) : Stream.empty();
    }
}
