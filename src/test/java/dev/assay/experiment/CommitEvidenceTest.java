package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.MeasuredDifference;
import dev.assay.history.RunStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitEvidenceTest {
    private static final double[] OLD =
            IntStream.range(0, 20).mapToDouble(i -> 0.5 + 0.02 * (i % 5)).toArray();
    private static final double[] NEW =
            IntStream.range(0, 20).mapToDouble(i -> 0.6 + 0.03 * (i % 4)).toArray();

    private static ScoredRun run() {
        return ScoredRun.of(OLD, NEW).text(0, "aaaaaaaaaa").text(1, "bbbbbbbbbb");
    }

    private static Optional<Evidence> evidence(Comparison comparison, String... blobs) {
        return CommitEvidence.of(comparison, List.of(blobs), "d@1234567");
    }

    @Test
    void theTextThatRanIsToldWithItsScoreAndDifference() {
        Evidence found = evidence(run().compare(), "bbbbbbbbbb").orElseThrow();

        assertThat(found.run()).isEqualTo("r");
        assertThat(found.dataset()).isEqualTo("d@1234567");
        assertThat(found.scores()).singleElement().satisfies(score -> {
            assertThat(score.mean()).isEqualTo(0.645, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(score.cases()).isEqualTo(20);
            assertThat(score.interval().low()).isLessThan(0.645);
        });
        assertThat(found.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.figure()).isEqualTo("+0.105");
            assertThat(difference.against()).isEqualTo("aaaaaaa");
            assertThat(difference.interval()).isNotNull();
        });
        assertThat(found.judge()).isEqualTo("offline/thorough");
    }

    @Test
    void theBaselineIsComparedWithTheOnlyOtherText() {
        MeasuredDifference difference = evidence(run().compare(), "aaaaaaaaaa")
                .orElseThrow()
                .differences()
                .getFirst();

        assertThat(difference.figure()).isEqualTo("-0.105");
        assertThat(difference.interval().high()).isNegative();
        assertThat(difference.against()).isEqualTo("bbbbbbb");
    }

    @Test
    void aTextThatDidNotRunHasNoEvidence() {
        assertThat(evidence(run().compare(), "cccccccccc")).isEmpty();
    }

    @Test
    void aRunThatWasStoppedIsNoEvidence() {
        assertThat(evidence(run().compare(RunStatus.STOPPED), "bbbbbbbbbb")).isEmpty();
    }

    @Test
    void theSameTextOnBothSidesShowsNoDifference() {
        Evidence found =
                evidence(run().text(0, "bbbbbbbbbb").compare(), "bbbbbbbbbb").orElseThrow();

        assertThat(found.scores()).hasSize(1);
        assertThat(found.differences()).isEmpty();
    }

    @Test
    void fewCasesGiveNoInterval() {
        Evidence found = evidence(
                        ScoredRun.of(new double[] {0.2, 0.4}, new double[] {0.6, 0.9})
                                .text(1, "bbbbbbbbbb")
                                .compare(),
                        "bbbbbbbbbb")
                .orElseThrow();

        assertThat(found.scores().getFirst().interval()).isNull();
        assertThat(found.differences().getFirst().interval()).isNull();
    }
}
