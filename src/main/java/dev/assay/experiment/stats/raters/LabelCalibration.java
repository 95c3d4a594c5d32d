package dev.assay.experiment.stats.raters;

import dev.assay.experiment.stats.Proportion;
import dev.assay.llm.InputException;
import org.jspecify.annotations.Nullable;

/**
 * How well a judge passes and fails as a person does, on answers that both labelled.
 *
 * @param bothPass answers that both pass
 * @param falsePass answers that only the judge passes
 * @param falseFail answers that only the person passes
 * @param bothFail answers that both fail
 */
public record LabelCalibration(int bothPass, int falsePass, int falseFail, int bothFail) {
    public LabelCalibration {
        if (bothPass < 0 || falsePass < 0 || falseFail < 0 || bothFail < 0) {
            throw new InputException("A number of answers is below zero");
        }
    }

    /**
     * Counts the labels, true for pass.
     *
     * @throws InputException where there are not as many on both sides
     */
    public static LabelCalibration of(boolean[] human, boolean[] judge) {
        if (human.length != judge.length) {
            throw new InputException("There are " + human.length + " labels of the person and " + judge.length
                    + " of the judge: give as many of both");
        }
        var counts = new int[4];
        for (int i = 0; i < human.length; i++) {
            counts[(human[i] ? 0 : 1) + (judge[i] ? 0 : 2)]++;
        }
        return new LabelCalibration(counts[0], counts[1], counts[2], counts[3]);
    }

    /** Answers. */
    public int n() {
        return bothPass + falsePass + falseFail + bothFail;
    }

    /** How often both say the same; null without answers. */
    public @Nullable Proportion agreement() {
        return share(bothPass + bothFail, n());
    }

    /** How often both would, were the judge always to say what the person says more often; null without answers. */
    public @Nullable Proportion baseRate() {
        return share(Math.max(bothPass + falseFail, bothFail + falsePass), n());
    }

    /** Of the answers that the person fails, how many the judge passes; null where the person fails none. */
    public @Nullable Proportion falsePassRate() {
        return share(falsePass, falsePass + bothFail);
    }

    /** Of the answers that the person passes, how many the judge fails; null where the person passes none. */
    public @Nullable Proportion falseFailRate() {
        return share(falseFail, falseFail + bothPass);
    }

    /** Agreement beyond chance (Cohen 1960); null where both gave one and the same label only. */
    public @Nullable Double kappa() {
        return CohenKappa.of(new int[][] {{bothPass, falseFail}, {falsePass, bothFail}});
    }

    /** What the judge is good for. */
    public Reading reading() {
        boolean varied = bothPass + falseFail > 0 && bothFail + falsePass > 0;
        return Reading.of(n(), varied ? kappa() : null);
    }

    private static @Nullable Proportion share(int some, int all) {
        return all == 0 ? null : new Proportion(some, all);
    }
}
