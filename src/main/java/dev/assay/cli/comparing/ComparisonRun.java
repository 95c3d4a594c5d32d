package dev.assay.cli.comparing;

import dev.assay.cli.report.ComparisonTable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.ReportTarget;
import dev.assay.exchange.results.content.JudgesOfRun;
import dev.assay.exchange.results.content.RunReport;
import dev.assay.exchange.results.data.ComparisonJson;
import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.Variant;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.gate.Gate;
import dev.assay.experiment.gate.GateResult;
import dev.assay.experiment.gate.GateResult.Status;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.RunStatus;
import dev.assay.history.StopReason;
import dev.assay.llm.ModelId;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs a comparison with progress, prints its result, and decides the exit status. */
final class ComparisonRun {
    private final Session session;
    private final Workbench workbench;

    ComparisonRun(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
    }

    /** Runs, prints, and returns the exit status. What a stopped run has finished is printed too. */
    int run(Experiment experiment, List<Gate> gates, List<ReportTarget> reports) {
        return run(experiment, CellChoice.MISSING, gates, reports);
    }

    /** The same for some of the cells. */
    int run(Experiment experiment, CellChoice choice, List<Gate> gates, List<ReportTarget> reports) {
        workbench
                .retired(experiment.variants().stream().map(Variant::model).toList())
                .forEach(session.terminal()::note);
        workbench.spending().warnings(models(experiment)).forEach(session.terminal()::note);
        BatchNotes.asUsual(experiment, workbench).forEach(session.terminal()::note);
        return run(progress -> workbench.compare(experiment, choice, new RunControl(), progress), gates, reports);
    }

    private static List<ModelId> models(Experiment experiment) {
        return Stream.concat(experiment.variants().stream().map(Variant::model), Stream.ofNullable(experiment.judge()))
                .toList();
    }

    /** The same for work that is a run, whether it begins or goes on. */
    int run(Function<RunListener, Comparison> work, List<Gate> gates, List<ReportTarget> reports) {
        Comparison comparison = WatchedRun.of(session, workbench, work);
        var report = new RunReport(comparison, checked(comparison, gates));
        session.print(ComparisonJson.of(report), ComparisonTable.lines(comparison));
        reports.forEach(target -> target.write(report));
        return status(report);
    }

    /** A run that was cut short has shown nothing that could be held against it, or for it. */
    private static List<GateResult> checked(Comparison comparison, List<Gate> gates) {
        StopReason reason = comparison.run().stopReason();
        boolean planned = reason == StopReason.SETTLED || reason == StopReason.BUDGET || reason == StopReason.CHOICE;
        return comparison.run().status() == RunStatus.STOPPED && !planned
                ? List.of()
                : gates.stream()
                        .flatMap(gate -> gate.check(comparison).stream())
                        .toList();
    }

    private int status(RunReport report) {
        Comparison comparison = report.comparison();
        StopReason reason = comparison.run().stopReason();
        String id = comparison.run().id();
        if (reason == StopReason.BUDGET) {
            String kept = comparison.cells().isEmpty()
                    ? "Nothing was called: the budget is below what the first answer may cost"
                    : "Stopped by the budget: " + comparison.cells().size() + " cells are finished and kept";
            session.terminal().note(kept + "; assay resume " + id + " --budget USD goes on with more");
            return ExitStatus.GATE_FAILED;
        }
        if (reason == StopReason.CHOICE) {
            session.terminal().note("Only a part was asked for; assay resume " + id + " runs the rest");
        } else if (reason == StopReason.SETTLED) {
            session.terminal().note("Settled after " + comparison.cells().size() + " cells: the rest was not needed");
        } else if (comparison.run().status() == RunStatus.STOPPED) {
            session.terminal()
                    .note("Stopped. What was finished is kept: assay runs show " + id + "; to go on: assay resume "
                            + id);
            BatchNotes.stillRunning(id, workbench).ifPresent(session.terminal()::note);
            return ExitStatus.INTERRUPTED;
        }
        List<VariantSummary> silent = comparison.variants().stream()
                .filter(summary -> gotNoAnswer(summary) && !(reason == StopReason.CHOICE && summary.cases() == 0))
                .toList();
        silent.forEach(summary -> session.terminal()
                .note("No answer at all for " + summary.variant().label() + " ("
                        + summary.variant().prompt() + " on "
                        + summary.variant().model() + ")"));
        boolean unjudged = judgeFailed(comparison);
        if (unjudged) {
            session.terminal()
                    .note("No answer at all from the judge " + JudgesOfRun.names(JudgesOfRun.of(comparison.run())));
        }
        report.gates().forEach(gate -> gate.notice().ifPresent(session.terminal()::note));
        if (unjudged || !silent.isEmpty()) {
            return ExitStatus.PROVIDER_FAILED;
        }
        return report.gates().stream().anyMatch(gate -> gate.status() == Status.FAILED)
                ? ExitStatus.GATE_FAILED
                : ExitStatus.DONE;
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
