package dev.assay.experiment.choice;

import dev.assay.experiment.gate.NonInferiority;
import dev.assay.experiment.stats.Interval;
import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a model.
 *
 * @param model which
 * @param cases that it was scored on
 * @param answers that were asked of it
 * @param failed how many of them never came
 * @param score mean over the cases, 0 to 1
 * @param scoreInterval 95 % of it, or null for fewer than two cases or scores all the same
 * @param costUsd mean of an answer in US dollars as if there was no cache, or null where any is not known
 * @param p95Ms 95th percentile of its latency in milliseconds, or null where none was measured
 * @param againstBest how it does on the cases that the best one was scored on too
 * @param onFront no other model is better in score or cost and at least as good in the other
 * @param allowed whether it keeps to the limits that were asked for
 */
public record ModelFigures(
        ModelId model,
        int cases,
        int answers,
        int failed,
        double score,
        @Nullable Interval scoreInterval,
        @Nullable BigDecimal costUsd,
        @Nullable Double p95Ms,
        AgainstBest againstBest,
        boolean onFront,
        boolean allowed) {

    /**
     * A model compared with the best one on the cases that both were scored on: the same text of the prompt, the same
     * case, the same judge.
     *
     * @param cases how many
     * @param difference this one minus the best, mean over them, or null without any
     * @param interval 95 % of it, or null where there is none
     * @param standing whether it is shown to be not worse by more than the margin; the best one always is
     */
    public record AgainstBest(
            int cases,
            @Nullable Double difference,
            @Nullable Interval interval,
            NonInferiority standing) {}

    boolean isDominatedBy(ModelFigures other) {
        if (costUsd == null || other.costUsd == null) {
            return false;
        }
        int cost = other.costUsd.compareTo(costUsd);
        return cost <= 0 && other.score >= score && (cost < 0 || other.score > score);
    }

    ModelFigures onFront(boolean is) {
        return new ModelFigures(
                model, cases, answers, failed, score, scoreInterval, costUsd, p95Ms, againstBest, is, allowed);
    }

    ModelFigures allowed(boolean is) {
        return new ModelFigures(
                model, cases, answers, failed, score, scoreInterval, costUsd, p95Ms, againstBest, onFront, is);
    }
}
