package dev.assay.exchange.results.junit;

import dev.assay.exchange.results.content.AnswerText;
import dev.assay.exchange.results.content.CaseRow;
import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.content.RunReport;
import dev.assay.exchange.results.junit.TestOutcome.Kind;
import dev.assay.experiment.chart.CaseFigures;
import dev.assay.experiment.gate.GateResult;
import dev.assay.experiment.gate.GateResult.Status;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.judge.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tests of the variants: each case by each metric.
 *
 * <p>A case fails where its mean gate failed for the variant and its own score is below the limit, so that a build is red
 * only where the gates say so; a call that brought no answer is an error.
 */
final class VariantTests {
    private final RunReport report;
    private final Run run;
    private final List<CaseRow> cases;
    private final Map<String, CaseFigures> scores = new HashMap<>();

    VariantTests(RunReport report) {
        this.report = report;
        this.run = report.comparison().run();
        this.cases = CaseRow.of(report.comparison());
        run.metrics().forEach(metric -> scores.put(metric, CaseFigures.scores(report.comparison(), metric)));
    }

    List<TestOutcome> of(int variant) {
        var tests = new ArrayList<TestOutcome>();
        for (CaseRow row : cases) {
            List<Cell> cells = row.byVariant().get(variant);
            if (cells.isEmpty()) {
                continue;
            }
            if (run.metrics().isEmpty()) {
                tests.add(test(row, variant, "case " + row.number(), answered(cells, Kind.PASSED, "")));
            }
            for (String metric : run.metrics()) {
                tests.add(test(row, variant, "case " + row.number() + ": " + metric, judged(row, variant, metric)));
            }
        }
        return tests;
    }

    private record Ending(Kind kind, String reason) {}

    private Ending judged(CaseRow row, int variant, String metric) {
        List<Cell> cells = row.byVariant().get(variant);
        OptionalDouble score = scores(metric).at(variant, row.index());
        if (score.isEmpty()) {
            return answered(cells, Kind.SKIPPED, "not scored: " + unscored(cells, metric));
        }
        GateResult failed = failedFloor(run.variants().get(variant).label(), metric);
        Double limit = failed == null ? null : failed.caseLimit();
        String found = metric + " is " + Figures.score(score.getAsDouble());
        return limit != null && score.getAsDouble() < limit
                ? answered(cells, Kind.FAILED, found + ", below " + Figures.score(limit))
                : answered(cells, Kind.PASSED, "");
    }

    private CaseFigures scores(String metric) {
        CaseFigures figures = scores.get(metric);
        if (figures == null) {
            throw new IllegalArgumentException("The run did not judge " + metric);
        }
        return figures;
    }

    /** The first call that failed outweighs what the others brought. */
    private static Ending answered(List<Cell> cells, Kind kind, String reason) {
        return cells.stream()
                .filter(cell -> !(cell.answer().outcome() instanceof Outcome.Completed))
                .findFirst()
                .map(cell -> new Ending(Kind.ERROR, AnswerText.of(cell).text()))
                .orElse(new Ending(kind, reason));
    }

    private @Nullable GateResult failedFloor(String label, String metric) {
        return report.gates().stream()
                .filter(gate -> gate.status() == Status.FAILED && gate.caseLimit() != null)
                .filter(gate -> gate.variant().equals(label) && gate.metric().equals(metric))
                .findFirst()
                .orElse(null);
    }

    private static String unscored(List<Cell> cells, String metric) {
        return cells.stream()
                .flatMap(cell -> cell.scores().stream())
                .filter(score -> score.metric().equals(metric) && score instanceof Score.Unscored)
                .map(score -> ((Score.Unscored) score).reason())
                .findFirst()
                .orElse("no score");
    }

    private TestOutcome test(CaseRow row, int variant, String name, Ending ending) {
        List<Cell> cells = row.byVariant().get(variant);
        Duration took = cells.stream().map(VariantTests::took).reduce(Duration.ZERO, Duration::plus);
        String text = cells.stream().map(cell -> AnswerText.of(cell).text()).collect(Collectors.joining("\n---\n"));
        String className = run.dataset() + "." + run.variants().get(variant).label();
        return new TestOutcome(
                name,
                className,
                took,
                ending.kind(),
                ending.reason(),
                ending.kind() == Kind.PASSED ? "" : "Inputs: " + row.inputs() + "\n\n" + text);
    }

    private static Duration took(Cell cell) {
        return switch (cell.answer().outcome()) {
            case Outcome.Completed completed -> completed.response().latency().measured();
            case Outcome.Failed failed -> failed.elapsed();
            case Outcome.Cancelled cancelled -> Duration.ZERO;
        };
    }
}
