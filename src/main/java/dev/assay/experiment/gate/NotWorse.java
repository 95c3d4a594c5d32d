package dev.assay.experiment.gate;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Verdict;
import dev.assay.experiment.gate.GateResult.Status;
import dev.assay.experiment.wording.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No variant may be worse than its baseline.
 *
 * <p>A verdict of worse fails; worse by less than matters passes. Where the cases cannot tell (too few, unscored, too
 * close to call) the gate is undecided. With a margin it is not enough that a variant is not shown to be worse: the 95 %
 * interval of the difference must end above minus the margin, and an interval there is decides.
 *
 * @param baseline what the variants are held against
 * @param margin how much worse is still not worse, 0 to 1; or null to fail on verdicts alone
 * @param strict whether what is undecided fails
 */
public record NotWorse(Baseline baseline, @Nullable Double margin, boolean strict) implements Gate {

    @Override
    public List<GateResult> check(Comparison run) {
        return baseline.comparisons(run).stream()
                .flatMap(comparison -> comparison.verdicts().stream())
                .map(this::result)
                .toList();
    }

    private GateResult result(Verdict verdict) {
        Status status = margin == null ? byVerdict(verdict) : byMargin(verdict, margin);
        boolean refused = strict && status == Status.UNDECIDED;
        return new GateResult(
                "not worse than " + baseline.name() + (margin == null ? "" : " by more than " + Figures.score(margin)),
                verdict.challenger(),
                verdict.metric(),
                null,
                refused ? Status.FAILED : status,
                (refused ? "it must be decided, and is not. " : "") + sentence(verdict));
    }

    private String sentence(Verdict verdict) {
        Double low = verdict.ciLow() == null ? verdict.meanDifference() : verdict.ciLow();
        if (margin == null || low == null || byMargin(verdict, margin) != Status.FAILED) {
            return verdict.sentence();
        }
        return verdict.challenger() + " is not shown to be at most " + Figures.score(margin) + " worse than "
                + verdict.baseline() + " on " + verdict.metric() + ": the difference may be as low as "
                + Figures.score(low) + ". " + verdict.sentence();
    }

    private static Status byVerdict(Verdict verdict) {
        return switch (verdict.kind()) {
            case WORSE -> Status.FAILED;
            case TOO_CLOSE_TO_CALL, TOO_FEW_CASES, UNSCORED -> Status.UNDECIDED;
            case IDENTICAL -> byMargin(verdict, 0);
            case BETTER, BETTER_BUT_SMALL, WORSE_BUT_SMALL, NO_PRACTICAL_DIFFERENCE -> Status.PASSED;
        };
    }

    private static Status byMargin(Verdict verdict, double margin) {
        return switch (NonInferiority.of(verdict, margin)) {
            case SHOWN -> Status.PASSED;
            case NOT_SHOWN -> Status.FAILED;
            case UNDECIDED -> Status.UNDECIDED;
        };
    }
}
