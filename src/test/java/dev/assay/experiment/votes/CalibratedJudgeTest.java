package dev.assay.experiment.votes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.ScoredRun;
import dev.assay.history.Vote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibratedJudgeTest {
    private static final String PAIRWISE = "%s Baseline first (as A): %s. Why. Baseline second (as B): %s. Why not.";

    @Test
    void aPairwiseJudgeThatGoesByTheOrderIsSeen() {
        var run = new ScoredRun(2, 20, 1).measuredBy("pairwise", Map.of());
        for (int i = 0; i < 20; i++) {
            run.scored(0, i, 0, 0.5);
            run.reasoned(
                    1,
                    i,
                    i < 10 ? 0.5 : 1,
                    i < 10
                            ? PAIRWISE.formatted("The order decided, so this is a tie.", "A", "A")
                            : PAIRWISE.formatted("Better than the baseline's in both orders.", "B", "A"));
        }

        CalibratedJudge judge = only(run.compare(), List.of());

        assertThat(judge.position()).satisfies(bias -> {
            assertThat(bias.pairs()).isEqualTo(20);
            assertThat(bias.inconsistent()).isEqualTo(10);
            assertThat(bias.first()).isEqualTo(30);
            assertThat(bias.second()).isEqualTo(10);
            assertThat(bias.leans()).isTrue();
            assertThat(bias.isUnreliable()).isTrue();
        });
        assertThat(JudgeSentences.sways(judge).getFirst())
                .startsWith("The judge changed its mind with the order on 10 of 20")
                .contains("It leans to the answer in the first place");
    }

    @Test
    void howFarAJuryAgreesIsReckonedFromItsMembers() {
        var run = new ScoredRun(2, 12, 1).measuredBy("relevance", Map.of("judges", List.of("a/one", "b/two")));
        for (int i = 0; i < 12; i++) {
            int points = 1 + i % 5;
            String alike = "Mean of 2 judgements, all alike.\na/one: %d. x\nb/two: %d. y".formatted(points, points);
            run.reasoned(0, i, 0.5, alike).reasoned(1, i, 0.5, alike);
        }

        CalibratedJudge judge = only(run.compare(), List.of());

        assertThat(judge.jury()).satisfies(jury -> {
            assertThat(jury.alpha()).isEqualTo(1.0);
            assertThat(jury.answers()).isEqualTo(24);
        });
        assertThat(JudgeSentences.jury(judge)).contains("alpha 1.00", "on 24 answers");
        assertThat(judge.who()).contains("a/one and b/two");
    }

    @Test
    void aJudgeByItselfSeesNoOrderAndHasNoJury() {
        CalibratedJudge judge =
                only(ScoredRun.of(new double[] {0.25}, new double[] {0.5}).compare(), List.of());

        assertThat(judge.position().pairs()).isZero();
        assertThat(judge.jury()).isNull();
        assertThat(JudgeSentences.reliance(judge)).isEqualTo("No case has both a vote and scores.");
    }

    @Test
    void aRuleIsToldOnlyWherePeopleVoted() {
        Comparison run = ScoredRun.of(new double[] {0, 1}, new double[] {1, 1})
                .measuredBy("contains")
                .compare();
        List<Vote> votes = IntStream.range(0, 2)
                .mapToObj(i -> new Vote(i, 1, 0, Vote.Choice.LEFT, "Ann", Instant.EPOCH))
                .toList();

        assertThat(CalibratedJudge.of(run.run(), run.cells(), List.of())).isEmpty();
        assertThat(only(run, votes).calibration().errors()).hasSize(1);
    }

    private static CalibratedJudge only(Comparison run, List<Vote> votes) {
        List<CalibratedJudge> judges = CalibratedJudge.of(run.run(), run.cells(), votes);
        assertThat(judges).hasSize(1);
        return judges.getFirst();
    }
}
