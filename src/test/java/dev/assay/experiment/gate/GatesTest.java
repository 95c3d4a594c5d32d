package dev.assay.experiment.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.ScoredRun;
import dev.assay.experiment.Variant;
import dev.assay.experiment.gate.Baseline.Pairing;
import dev.assay.experiment.gate.GateResult.Status;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatesTest {
    private static final Baseline FIRST = new Baseline("A", null, List.of(new Pairing(0, List.of(1))));

    private static Comparison run(int cases, IntToDoubleFunction difference) {
        double[] a = new double[cases];
        Arrays.fill(a, 0.5);
        return ScoredRun.of(
                        a,
                        IntStream.range(0, cases)
                                .mapToDouble(i -> 0.5 + difference.applyAsDouble(i))
                                .toArray())
                .compare();
    }

    private static GateResult only(Gate gate, Comparison run) {
        assertThat(gate.check(run)).hasSize(1);
        return gate.check(run).getFirst();
    }

    @Test
    void aVariantAtTheFloorPassesAndOneWithoutAScoreDoesNot() {
        Comparison run = ScoredRun.of(new double[] {0.75, 0.75}, new double[] {Double.NaN, Double.NaN})
                .compare();

        List<GateResult> results = new ScoreFloor("relevance", 0.75).check(run);

        assertThat(results).extracting(GateResult::status).containsExactly(Status.PASSED, Status.FAILED);
        assertThat(results.getLast().notice())
                .contains("Gate failed: relevance of B (p on offline/brief) is not scored, the limit is 0.75");
    }

    @Test
    void worseFailsAndBetterPasses() {
        var gate = new NotWorse(FIRST, null, false);

        GateResult worse = only(gate, run(20, i -> -0.2 - 0.01 * (i % 3)));

        assertThat(worse.status()).isEqualTo(Status.FAILED);
        assertThat(worse.notice()).get().asString().startsWith("Gate failed: B is worse than A on relevance by 0.21");
        assertThat(only(gate, run(20, i -> 0.2 + 0.01 * (i % 3))).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void worseByLessThanMattersPasses() {
        assertThat(only(new NotWorse(FIRST, null, false), run(20, i -> -0.02 - 0.001 * (i % 3)))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void whatCannotBeToldIsSaidAndFailsOnlyWhereItMust() {
        for (Comparison run : List.of(
                run(5, i -> -0.2), run(20, i -> Double.NaN), run(5, i -> 0), run(20, i -> i % 2 == 0 ? 0.4 : -0.3))) {
            assertThat(only(new NotWorse(FIRST, null, false), run).status()).isEqualTo(Status.UNDECIDED);
            GateResult strict = only(new NotWorse(FIRST, null, true), run);
            assertThat(strict.status()).isEqualTo(Status.FAILED);
            assertThat(strict.sentence()).contains("it must be decided, and is not");
        }
    }

    @Test
    void withAMarginTheIntervalDecides() {
        Comparison wide = run(20, i -> i % 2 == 0 ? 0.4 : -0.3);
        Comparison narrow = run(20, i -> -0.1 - 0.001 * (i % 3));

        GateResult notShown = only(new NotWorse(FIRST, 0.05, false), wide);
        assertThat(notShown.status()).isEqualTo(Status.FAILED);
        assertThat(notShown.sentence()).startsWith("B is not shown to be at most 0.05 worse than A on relevance");
        assertThat(only(new NotWorse(FIRST, 0.15, false), narrow).status()).isEqualTo(Status.PASSED);
        assertThat(only(new NotWorse(FIRST, 0.05, false), narrow).status()).isEqualTo(Status.FAILED);
        assertThat(only(new NotWorse(FIRST, 0.05, false), run(5, i -> -0.4)).status())
                .isEqualTo(Status.UNDECIDED);
    }

    @Test
    void theBaselineNeedNotBeTheFirstVariant() {
        Comparison run = run(20, i -> 0.2 + 0.01 * (i % 3));

        GateResult result =
                only(new NotWorse(new Baseline("B", null, List.of(new Pairing(1, List.of(0)))), null, false), run);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.variant()).isEqualTo("A");
        assertThat(result.sentence()).startsWith("A is worse than B on relevance by 0.209");
    }

    @Test
    void aVariantMeetsTheOneOfAnEarlierRunCaseByCase() {
        Comparison before = run(20, i -> 0.4);
        Comparison now = run(20, i -> 0.01 * (i % 3));

        Baseline baseline = BaselineOfEarlierRun.find("r", before, "B", candidate("p@one", "p@two"));
        List<GateResult> results = new NotWorse(baseline, null, false).check(now);

        assertThat(results).extracting(GateResult::variant).containsExactly("A", "B");
        assertThat(results).extracting(GateResult::status).containsOnly(Status.FAILED);
        assertThat(results.getLast().sentence()).startsWith("B is worse than r:B on relevance by 0.39");
    }

    private static Candidate candidate(String... prompts) {
        return candidate("hash", ModelId.parse("offline/thorough"), prompts);
    }

    private static Candidate candidate(String hash, @Nullable ModelId judge, String... prompts) {
        return new Candidate(
                Arrays.stream(prompts).map(GatesTest::variant).toList(), "d", hash, List.of("relevance"), judge);
    }

    /** {@code prompt@revision model}, where the model may be left out. */
    private static Variant variant(String text) {
        String[] parts = text.split(" ", 2);
        ModelId model = parts.length < 2 ? ModelId.parse("offline/brief") : ModelId.parse(parts[1]);
        return new Variant(PromptRef.parse(parts[0]), model, ModelParameters.DEFAULTS);
    }

    @Test
    void aBaselineOfTheRunIsALetterOrAPrompt() {
        Candidate run = candidate("notes@main", "notes", "other");

        assertThat(BaselineOfThisRun.find("B", run))
                .map(Baseline::pairings)
                .contains(List.of(new Pairing(1, List.of(0, 2))));
        assertThat(BaselineOfThisRun.find("notes@main", run))
                .map(Baseline::pairings)
                .contains(List.of(new Pairing(0, List.of(1, 2))));
        assertThat(BaselineOfThisRun.find("20261126", run)).isEmpty();
    }

    @Test
    void aPromptOnSeveralModelsIsTheBaselineOfEach() {
        Candidate run = candidate("old x/1", "old x/2", "new x/1", "new x/2");

        assertThat(BaselineOfThisRun.find("old", run))
                .map(Baseline::pairings)
                .contains(List.of(new Pairing(0, List.of(2)), new Pairing(1, List.of(3))));
        assertThatThrownBy(() -> BaselineOfThisRun.find("old", candidate("old x/1", "old x/2", "new x/3")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("A, B for variant C");
    }

    @Test
    void aRunThatIsAllBaselineIsRefused() {
        assertThatThrownBy(() -> BaselineOfThisRun.find("notes", candidate("notes")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("all that runs");
    }

    @Test
    void runsOfOtherCasesOrJudgesAreNotCompared() {
        Comparison before = run(20, i -> 0);

        assertThatThrownBy(() -> BaselineOfEarlierRun.find(
                        "r", before, null, candidate("other", ModelId.parse("offline/thorough"), "p")))
                .hasMessageContaining("ran on other cases");
        assertThatThrownBy(() ->
                        BaselineOfEarlierRun.find("r", before, null, candidate("hash", ModelId.parse("openai/x"), "p")))
                .hasMessageContaining("was judged by offline/thorough");
        assertThatThrownBy(() -> BaselineOfEarlierRun.find("r", before, "C", candidate("p")))
                .hasMessageContaining("has no variant C, only A, B");
        assertThatThrownBy(() -> BaselineOfEarlierRun.find("r", before, null, candidate("p")))
                .hasMessageContaining("several variants that A could be held against (A, B): write r:A");
    }
}
