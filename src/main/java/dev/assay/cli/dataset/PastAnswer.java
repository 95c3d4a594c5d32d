package dev.assay.cli.dataset;

import dev.assay.experiment.TestCase;
import dev.assay.experiment.Variant;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.llm.InputException;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A case of an earlier run.
 *
 * @param run the run
 * @param testCase the case
 */
record PastAnswer(Run run, TestCase testCase) {

    /** @param number of the case, from 1 */
    static PastAnswer of(Workbench workbench, String runId, int number) {
        Run run = workbench.run(runId);
        List<TestCase> cases = workbench.cases(run.id());
        if (number < 1 || number > cases.size()) {
            throw new InputException(
                    cases.isEmpty()
                            ? "Run " + run.id() + " was made by an older Assay, which did not keep its cases"
                            : "Run " + run.id() + " has no case " + number + ": it has 1 to " + cases.size());
        }
        return new PastAnswer(run, cases.get(number - 1));
    }

    /** What a variant answered, the first time where it was asked several times. */
    String answer(Workbench workbench, String letter) {
        int variant = IntStream.range(0, run.variants().size())
                .filter(index -> Variant.label(index).equalsIgnoreCase(letter.strip()))
                .findFirst()
                .orElseThrow(() -> new InputException("Run " + run.id() + " has no variant '" + letter + "': it has A"
                        + (run.variants().size() == 1
                                ? " alone"
                                : " to " + Variant.label(run.variants().size() - 1))));
        return workbench.history().cells(run.id()).stream()
                .filter(cell -> cell.key().variant() == variant && cell.key().testCase() == testCase.index())
                .flatMap(cell -> cell.answer().outcome() instanceof Outcome.Completed completed
                        ? Stream.of(completed.response().output())
                        : Stream.empty())
                .findFirst()
                .orElseThrow(() -> new InputException("Variant " + Variant.label(variant) + " of run " + run.id()
                        + " has no answer to case " + (testCase.index() + 1)));
    }
}
