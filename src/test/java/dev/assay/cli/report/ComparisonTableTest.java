package dev.assay.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.results.SampleComparison;
import dev.assay.experiment.Clusters;
import dev.assay.experiment.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    private final List<String> lines = ComparisonTable.lines(SampleComparison.create());

    @Test
    void eachVariantIsALineWithItsFigures() {
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("A  notes@0123456  offline/brief")
                        .contains("0.750", "1,200", "<$0.0001", "12 ms", "12.5 s"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("B  notes          local/tiny")
                        .contains("unknown")
                        .doesNotContain("$0"));
    }

    @Test
    void failuresAreNamedWithTheirCount() {
        assertThat(lines).contains("Failed in 1 cell of B: unreachable: No connection to local");
    }

    @Test
    void whatTheJudgeLeftUnscoredIsNamedWithItsReason() {
        assertThat(lines).contains("Not scored in 1 cell of A: coherence: the reply has no score");
    }

    @Test
    void failuresOfAKindAreOneLineHoweverTheirMessagesDiffer() {
        Comparison sample = SampleComparison.create();
        var cells = List.of(
                sample.cells().getFirst(),
                SampleComparison.failure(0, "Lost after 3 characters"),
                SampleComparison.failure(1, "Lost after 4 characters"));

        assertThat(ComparisonTable.lines(
                        new Comparison(sample.run(), sample.variants(), sample.verdicts(), cells, Clusters.NONE)))
                .contains("Failed in 2 cells of B: unreachable: Lost after 3 characters" + " (and the like)");
    }

    @Test
    void theVerdictIsPrinted() {
        assertThat(lines).contains("  Too few cases.").anyMatch(line -> line.startsWith("Verdict: "));
    }

    @Test
    void aJudgeOfTheSameFamilyAsAVariantIsTold() {
        assertThat(ComparisonTable.lines(SampleComparison.judgedByItsOwnKind()))
                .anyMatch(line -> line.startsWith("Caution: the judge is of the same family of models as B "));
        assertThat(lines).noneMatch(line -> line.contains("same family"));
    }

    @Test
    void theOfflineModelsNeverPassForALanguageModel() {
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("offline demo model: extractive, not an LLM"));
    }

    @Test
    void columnsAreAligned() {
        int rule = lines.indexOf(
                lines.stream().filter(line -> line.startsWith("─")).findFirst().orElseThrow());

        assertThat(lines.get(rule + 1)).hasSameSizeAs(lines.get(rule));
        assertThat(lines.get(rule - 1)).hasSameSizeAs(lines.get(rule));
    }
}
