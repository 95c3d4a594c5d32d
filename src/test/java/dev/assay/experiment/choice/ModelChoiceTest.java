package dev.assay.experiment.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.chart.ParetoPoints;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.history.metrics.ScoredAnswer;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {
    private static final ModelId JUDGE = ModelId.parse("lab/judge");

    private static List<ScoredAnswer> answers(
            String model, int cases, String usd, double millis, IntToDoubleFunction score) {
        return IntStream.range(0, cases)
                .mapToObj(i -> new ScoredAnswer(
                        ModelId.parse(model),
                        "text",
                        "cases",
                        i,
                        JUDGE,
                        false,
                        score.applyAsDouble(i),
                        usd == null ? null : new BigDecimal(usd),
                        millis))
                .toList();
    }

    @SafeVarargs
    private static ModelChoice choice(ChoiceWish wish, List<ScoredAnswer>... models) {
        List<ScoredAnswer> all = new ArrayList<>();
        for (List<ScoredAnswer> one : models) {
            all.addAll(one);
        }
        return ModelChoice.of("relevance", all, wish);
    }

    private static double good(int i) {
        return 0.8 + 0.1 * (i % 2);
    }

    /** As good on the whole: a little better here, a little worse there. */
    private static double alike(int i) {
        return good(i) + (i % 4 < 2 ? 0.02 : -0.03);
    }

    private static double poor(int i) {
        return 0.4 + 0.1 * (i % 3);
    }

    private final List<ScoredAnswer> large = answers("lab/large", 20, "0.01", 900, ModelChoiceTest::good);
    private final List<ScoredAnswer> small = answers("lab/small", 20, "0.001", 300, ModelChoiceTest::alike);
    private final List<ScoredAnswer> tiny = answers("lab/tiny", 20, "0.0001", 100, ModelChoiceTest::poor);

    @Test
    void theCheapestThatIsNotWorseThanTheBestIsProposed() {
        ModelChoice choice = choice(ChoiceWish.USUAL, large, small, tiny);

        assertThat(choice.models())
                .extracting(model -> model.model().model())
                .containsExactly("large", "tiny", "small");
        assertThat(choice.proposed().orElseThrow().model().model()).isEqualTo("small");
        ModelFigures.AgainstBest against = choice.models().get(2).againstBest();
        assertThat(against.cases()).isEqualTo(20);
        assertThat(against.difference()).isCloseTo(-0.005, within(1e-9));
        assertThat(against.interval().low()).isGreaterThan(-0.05).isLessThan(-0.005);
        assertThat(choice.models().get(1).againstBest().standing()).isEqualTo(NonInferiority.NOT_SHOWN);
    }

    @Test
    void aNarrowMarginKeepsTheBest() {
        assertThat(choice(new ChoiceWish(0.001, null, null), large, small)
                        .proposed()
                        .orElseThrow()
                        .model()
                        .model())
                .isEqualTo("large");
    }

    @Test
    void limitsLeaveModelsOutAndWhatIsNotKnownKeepsToNone() {
        var cheap = new ChoiceWish(0.05, new BigDecimal("0.0005"), null);
        assertThat(choice(cheap, large, small, tiny).proposed()).isEmpty();
        var quick = new ChoiceWish(0.05, null, 500.0);
        assertThat(choice(quick, large, small).proposed().orElseThrow().model().model())
                .isEqualTo("small");
        var unpriced = answers("lab/free", 20, null, 100, ModelChoiceTest::good);
        ModelChoice choice = choice(new ChoiceWish(0.05, BigDecimal.ONE, null), large, unpriced);
        assertThat(choice.proposed().orElseThrow().model().model()).isEqualTo("large");
        assertThat(choice.board().leftOut())
                .extracting(ParetoPoints.LeftOut::why)
                .containsExactly(ParetoPoints.Why.COST_UNKNOWN);
    }

    @Test
    void scoresOfOtherTextsCasesOrJudgesAreNoPairs() {
        var elsewhere = small.stream()
                .map(one -> new ScoredAnswer(
                        one.model(), "other", "cases", one.testCase(), JUDGE, false, one.score(), one.usd(), 1.0))
                .toList();
        ModelChoice choice = choice(ChoiceWish.USUAL, large, elsewhere);

        assertThat(choice.models().get(1).againstBest().cases()).isZero();
        assertThat(choice.isMeasured()).isFalse();
        assertThat(choice.proposed()).isEmpty();
    }

    @Test
    void aFewCasesMakeNobodyTheBestAndRepeatsAreNoCases() {
        var lucky = answers("lab/lucky", 3, "0.0001", 10, i -> 1);
        assertThat(choice(ChoiceWish.USUAL, large, lucky)
                        .best()
                        .orElseThrow()
                        .model()
                        .model())
                .isEqualTo("large");
        var repeated = new ArrayList<ScoredAnswer>();
        IntStream.range(0, 10).forEach(i -> repeated.addAll(answers("lab/a", 2, "0.1", 10, ModelChoiceTest::good)));
        assertThat(choice(ChoiceWish.USUAL, repeated).best().orElseThrow().cases())
                .isEqualTo(2);
    }

    @Test
    void theFrontHasThoseThatNoOtherBeatsInBoth() {
        var waste = answers("lab/waste", 20, "0.02", 900, ModelChoiceTest::poor);
        assertThat(choice(ChoiceWish.USUAL, large, small, tiny, waste).models().stream()
                        .filter(ModelFigures::onFront)
                        .map(model -> model.model().model()))
                .containsExactly("large", "tiny", "small");
    }

    @Test
    void passesAndFailuresAreHeldToTheWiderIntervalOfTheirOwn() {
        var all = answers("lab/a", 12, "0.01", 10, i -> 1);
        var one = answers("lab/b", 12, "0.001", 10, i -> i < 5 ? 1 : 0);
        ModelFigures.AgainstBest against =
                choice(ChoiceWish.USUAL, all, one).models().get(1).againstBest();
        assertThat(against.standing()).isEqualTo(NonInferiority.NOT_SHOWN);
        assertThat(against.interval().low()).isLessThan(-0.7).isGreaterThan(-0.9);
    }

    @Test
    void theShippedTableHasPricedModelsForEveryTaskAndComplexity() {
        assertThat(DefaultModels.all()).hasSize(3 * DefaultModels.tasks().size());
        assertThat(DefaultModels.all())
                .flatExtracting(DefaultModels::models)
                .allSatisfy(model -> assertThat(PriceTable.standard()
                                .rowOf(model, LocalDate.of(2026, 8, 21))
                                .filter(row -> row.retires() == null))
                        .describedAs("%s", model)
                        .isPresent());
        assertThat(DefaultModels.of("summarization", Complexity.SIMPLE).task()).isEqualTo("summarisation");
    }
}
