package dev.assay.experiment.stats.raters;

import dev.assay.experiment.stats.Proportion;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How well a judge prefers as a person does, on pairs of answers that both compared. */
public final class PreferenceCalibration {
    private static final int KINDS = Preference.values().length;

    private final int[][] table;
    private final int n;

    private PreferenceCalibration(int[][] table, int n) {
        this.table = table;
        this.n = n;
    }

    /**
     * Counts the preferences.
     *
     * @throws InputException where there are not as many on both sides
     */
    public static PreferenceCalibration of(List<Preference> human, List<Preference> judge) {
        if (human.size() != judge.size()) {
            throw new InputException("There are " + human.size() + " preferences of the person and " + judge.size()
                    + " of the judge: give as many of both");
        }
        var table = new int[KINDS][KINDS];
        for (int i = 0; i < human.size(); i++) {
            table[human.get(i).ordinal()][judge.get(i).ordinal()]++;
        }
        return new PreferenceCalibration(table, human.size());
    }

    /** Pairs. */
    public int n() {
        return n;
    }

    /** On how many pairs the person prefers one and the judge another. */
    public int count(Preference human, Preference judge) {
        return table[human.ordinal()][judge.ordinal()];
    }

    /** How often both say the same, ties included; null without pairs. */
    public @Nullable Proportion agreement() {
        int same = IntStream.range(0, KINDS).map(i -> table[i][i]).sum();
        return n == 0 ? null : new Proportion(same, n);
    }

    /** How often both prefer the same answer, of the pairs on which neither sees a tie; null where there are none. */
    public @Nullable Proportion decidedAgreement() {
        int same =
                count(Preference.BASELINE, Preference.BASELINE) + count(Preference.CHALLENGER, Preference.CHALLENGER);
        int decided = same
                + count(Preference.BASELINE, Preference.CHALLENGER)
                + count(Preference.CHALLENGER, Preference.BASELINE);
        return decided == 0 ? null : new Proportion(same, decided);
    }

    /** How often both would say the same, were the judge always to say what the person says most; null without pairs. */
    public @Nullable Proportion baseRate() {
        int commonest = Arrays.stream(table)
                .mapToInt(row -> Arrays.stream(row).sum())
                .max()
                .orElse(0);
        return n == 0 ? null : new Proportion(commonest, n);
    }

    /** Agreement on baseline, tie and challenger beyond chance (Cohen 1960); null where both only ever said one. */
    public @Nullable Double kappa() {
        return CohenKappa.of(table);
    }

    /** What the judge is good for. */
    public Reading reading() {
        long said =
                Arrays.stream(table).filter(row -> Arrays.stream(row).sum() > 0).count();
        return Reading.of(n, said > 1 ? kappa() : null);
    }
}
