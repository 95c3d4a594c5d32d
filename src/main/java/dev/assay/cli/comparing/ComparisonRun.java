package dev.assay.cli.comparing;

import dev.assay.exchange.results.data.ComparisonJson;
import dev.assay.cli.report.ComparisonTable;
import dev.assay.cli.session.CtrlC;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.Variant;
import dev.assay.experiment.VariantSummary;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.RunStatus;
import dev.assay.llm.CancelledException;
import dev.assay.workbench.Workbench;
import java.util.List;

/** Runs a comparison with progress, prints its result, and decides the exit status. */
final class ComparisonRun {
    private final Session session;
    private final Workbench workbench;

    ComparisonRun(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
    }

    /** Runs, prints, and returns the exit status. What a stopped run has finished is printed too. */
    int run(Experiment experiment, List<Gate> gates) {
        workbench
                .retired(experiment.variants().stream().map(Variant::model).toList())
                .forEach(session.terminal()::note);
        var progress = new ProgressReport(session.terminal());
        Comparison comparison;
        try (var ctrlC = new CtrlC()) {
            comparison = workbench.compare(experiment, progress);
        } catch (CancelledException e) {
            if (progress.runId().isEmpty()) {
                throw e;
            }
            comparison = workbench.comparison(progress.runId());
        } finally {
            progress.end();
        }
        session.print(ComparisonJson.of(comparison), ComparisonTable.lines(comparison));
        return status(comparison, gates);
    }

    private int status(Comparison comparison, List<Gate> gates) {
        if (comparison.run().status() == RunStatus.STOPPED) {
            session.terminal()
                    .note("Stopped. What was finished is kept: assay runs show "
                            + comparison.run().id());
            return ExitStatus.INTERRUPTED;
        }
        List<VariantSummary> silent = comparison.variants().stream()
                .filter(ComparisonRun::gotNoAnswer)
                .toList();
        silent.forEach(summary -> session.terminal()
                .note("No answer at all for " + summary.variant().label() + " ("
                        + summary.variant().prompt() + " on "
                        + summary.variant().model() + ")"));
        boolean unjudged = judgeFailed(comparison);
        if (unjudged) {
            session.terminal()
                    .note("No answer at all from the judge " + comparison.run().judge());
        }
        List<String> failures = gates.stream()
                .flatMap(gate -> gate.failures(comparison).stream())
                .toList();
        failures.forEach(session.terminal()::note);
        if (unjudged || !silent.isEmpty()) {
            return ExitStatus.PROVIDER_FAILED;
        }
        return failures.isEmpty() ? ExitStatus.DONE : ExitStatus.GATE_FAILED;
    }

    private static boolean judgeFailed(Comparison comparison) {
        List<Outcome> outcomes = comparison.cells().stream()
                .flatMap(cell -> cell.judgeCalls().stream())
                .map(Invocation::outcome)
                .toList();
        return !outcomes.isEmpty() && outcomes.stream().allMatch(Outcome.Failed.class::isInstance);
    }

    private static boolean gotNoAnswer(VariantSummary summary) {
        return summary.cases() == 0 || summary.errors() == summary.cases();
    }
}
