package dev.assay.workbench.compact;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.Verdict;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.history.RunStatus;
import java.util.List;
import java.util.Locale;

/**
 * Whether a shorter prompt may take the place of the original.
 *
 * @param accepted by every metric it was shown to be not worse by more than the margin
 * @param reason why, in sentences for the user
 */
public record Acceptance(boolean accepted, String reason) {

    /**
     * What a run says of one of its variants.
     *
     * @param challenger index of the shorter prompt among the variants; the original is the first
     * @param margin how much worse is still not worse, 0 or more on the scale 0 to 1
     */
    public static Acceptance of(Comparison run, int challenger, double margin) {
        String said = String.format(Locale.ROOT, "%.3f", margin);
        if (run.run().status() != RunStatus.FINISHED) {
            return new Acceptance(false, "The comparison was stopped before its end, so it shows nothing.");
        }
        VariantSummary original = run.variants().getFirst();
        VariantSummary shorter = run.variants().get(challenger);
        if (shorter.errors() > original.errors()) {
            return new Acceptance(
                    false,
                    "The shorter prompt got no answer on " + shorter.errors() + " of " + shorter.cases()
                            + " cases, the original on " + original.errors() + ".");
        }
        List<Verdict> verdicts = run.verdicts().stream()
                .filter(verdict -> verdict.challenger().equals(shorter.variant().label()))
                .toList();
        if (verdicts.isEmpty()) {
            return new Acceptance(false, "Nothing was judged, so nothing is shown: name a metric.");
        }
        for (Verdict verdict : verdicts) {
            NonInferiority standing = NonInferiority.of(verdict, margin);
            if (standing != NonInferiority.SHOWN) {
                return new Acceptance(
                        false,
                        "On " + verdict.metric() + " it is "
                                + (standing == NonInferiority.UNDECIDED ? "not decided" : "not shown")
                                + " that the shorter prompt is at most " + said + " worse. " + verdict.sentence());
            }
        }
        return new Acceptance(
                true,
                "By every metric the shorter prompt is shown to be at most " + said + " worse than the original.");
    }
}
