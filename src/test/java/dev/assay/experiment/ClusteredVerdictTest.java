package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cases that share a source are counted together. */
class ClusteredVerdictTest {
    private static final int SOURCES = 12;
    private static final int CASES_EACH = 5;

    /** All cases of a source differ by the same: sixty cases tell no more than twelve. */
    private static final double[] BY_SOURCE = {.25, -.25, .5, .25, -.25, .25, 0, .5, -.25, .25, .25, 0};

    @Test
    void casesOfOneSourceTellNoMoreThanOneOfThem() {
        double[] once = BY_SOURCE.clone();
        Verdict alone = run(repeated()).verdict();
        Verdict shared = run(repeated()).sharing(sources()).verdict();

        assertThat(alone.kind()).isEqualTo(Kind.BETTER);
        assertThat(shared.kind()).isEqualTo(Kind.TOO_CLOSE_TO_CALL);
        assertThat(shared.pValue()).isCloseTo(PairedTest.of(once).pValue(), within(1e-9));
        assertThat(shared.sentence())
                .contains("n = 60 cases from 12 sources")
                .contains("more cases would show a difference of 0.05");
    }

    @Test
    void passesAndFailuresOfCasesThatShareASourceAreCalledByTheClusteredTest() {
        double[] a = new double[SOURCES * CASES_EACH];
        double[] b = new double[a.length];
        Arrays.fill(b, 0, 2 * CASES_EACH, 1);

        Verdict alone = ScoredRun.of(a, b).measuredBy("contains").verdict();
        Verdict shared =
                ScoredRun.of(a, b).measuredBy("contains").sharing(sources()).verdict();

        assertThat(alone.kind()).isEqualTo(Kind.BETTER);
        assertThat(shared.kind()).isEqualTo(Kind.TOO_CLOSE_TO_CALL);
        assertThat(shared.sentence()).contains("B fixes 10 and breaks 0");
    }

    @Test
    void preferencesAreCountedOnceASource() {
        double[] a = new double[SOURCES * CASES_EACH];
        double[] b = new double[a.length];
        Arrays.fill(a, 0.5);
        Arrays.fill(b, 0.5);
        Arrays.fill(b, 0, 7 * CASES_EACH, 1);
        Arrays.fill(b, 7 * CASES_EACH, 10 * CASES_EACH, 0);

        Comparison shared =
                ScoredRun.of(a, b).measuredBy("pairwise").sharing(sources()).compare();

        assertThat(ScoredRun.of(a, b).measuredBy("pairwise").verdict().kind()).isEqualTo(Kind.BETTER);
        assertThat(shared.verdicts().getFirst().kind()).isEqualTo(Kind.TOO_CLOSE_TO_CALL);
        assertThat(shared.verdicts().getFirst().sentence())
                .contains("n = 12 sources (each counted once, as most of its cases say)");
    }

    @Test
    void fewSourcesAreTooFewHoweverManyCasesTheyHave() {
        List<String> three = new ArrayList<>();
        for (int i = 0; i < SOURCES * CASES_EACH; i++) {
            three.add("document " + i % 3);
        }
        Verdict verdict = run(repeated()).sharing(three).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.TOO_FEW_CASES);
        assertThat(run(repeated()).sharing(three).compare().headline())
                .startsWith("B against A: too few sources to call on relevance.");
        assertThat(verdict.sentence())
                .startsWith("Too few cases to call on relevance: 60 cases from 3 sources scored for both "
                        + "(at least 10 sources needed).");
    }

    @Test
    void aSourceOfItsOwnForEachCaseChangesNothing() {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < SOURCES * CASES_EACH; i++) {
            own.add("document " + i);
        }
        assertThat(run(repeated()).sharing(own).verdict())
                .isEqualTo(run(repeated()).verdict());
    }

    @Test
    void thePairwiseHeadlineSaysTheDifferenceWithItsInterval() {
        double[] a = new double[40];
        double[] b = new double[40];
        Arrays.fill(a, 0.5);
        Arrays.fill(b, 0, 28, 1);
        Arrays.fill(b, 28, 32, 0.5);

        assertThat(ScoredRun.of(a, b).measuredBy("pairwise").compare().headline())
                .startsWith("B is preferred to A on relevance: of 100 cases it wins 50 more than it loses (95% CI ");
    }

    @Test
    void aColumnSaysWhatCasesShare() {
        var cases = List.of(
                new TestCase(0, Map.of("q", "a", "source", "one"), null),
                new TestCase(1, Map.of("q", "b", "source", "one"), null),
                new TestCase(2, Map.of("q", "c", "source", ""), null));
        var dataset = new Dataset("d", List.of("q", "source"), cases, "hash");

        assertThat(dataset.sharesSources()).isFalse();
        Dataset grouped = dataset.clusteredBy("source");
        assertThat(grouped.sharesSources()).isTrue();
        assertThat(grouped.cases()).extracting(TestCase::cluster).containsExactly("one", "one", null);
        assertThat(grouped.hash()).isNotEqualTo(dataset.hash());
        assertThatThrownBy(() -> dataset.clusteredBy("page"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column 'page'")
                .hasMessageContaining("q, source");
    }

    private static List<String> sources() {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < SOURCES * CASES_EACH; i++) {
            sources.add("document " + i / CASES_EACH);
        }
        return sources;
    }

    private static double[] repeated() {
        double[] all = new double[SOURCES * CASES_EACH];
        Arrays.setAll(all, i -> BY_SOURCE[i / CASES_EACH]);
        return all;
    }

    private static ScoredRun run(double[] differences) {
        double[] a = new double[differences.length];
        double[] b = new double[differences.length];
        Arrays.setAll(a, i -> 0.5);
        Arrays.setAll(b, i -> 0.5 + differences[i]);
        return ScoredRun.of(a, b);
    }
}
