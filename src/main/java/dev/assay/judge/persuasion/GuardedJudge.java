package dev.assay.judge.persuasion;

import dev.assay.judge.Judge;
import dev.assay.judge.JudgeCall;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.llm.ModelId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves an answer unscored where what it says to its judge lifts its score: it is judged once more without those
 * sentences, and both must be alike. Answers that say nothing to a judge cost no further call, nor do those whose task is
 * about scores itself.
 *
 * @param judge who judges
 */
public record GuardedJudge(Judge judge) implements Judge {
    /** The least step of a scale of eleven figures, as a value. */
    static final double ONE_LEVEL = 0.1 - 1e-9;

    /** What is said of an answer that talked its judge round. */
    static final String LIFTED = "the answer speaks to its judge, which lifts its score";

    @Override
    public String metric() {
        return judge.metric();
    }

    @Override
    public @Nullable ModelId model() {
        return judge.model();
    }

    @Override
    public Score judge(Judgement judgement) {
        Score score = judge.judge(judgement);
        Optional<String> plain =
                Persuasion.isIn(judgement.task()) ? Optional.empty() : Persuasion.takenOut(judgement.output());
        return plain.isPresent() && score instanceof Score.Scored scored
                ? compared(scored, judge.judge(judgement.withOutput(plain.get())))
                : score;
    }

    private static Score compared(Score.Scored whole, Score without) {
        List<JudgeCall> calls =
                Stream.concat(whole.calls().stream(), without.calls().stream()).toList();
        if (without instanceof Score.Scored plain && whole.value() - plain.value() >= ONE_LEVEL) {
            String reason = LIFTED
                    + ": %s points with those sentences, %s without; read it yourself"
                            .formatted(plain(whole.points()), plain(plain.points()));
            String reply = calls.isEmpty() ? "" : calls.getLast().rawReply();
            return new Score.Unscored(whole.metric(), whole.judge(), reason, reply, calls);
        }
        return new Score.Scored(whole.metric(), whole.judge(), whole.value(), whole.points(), whole.rationale(), calls);
    }

    private static String plain(double points) {
        return points == Math.rint(points) ? String.valueOf(Math.round(points)) : String.valueOf(points);
    }
}
