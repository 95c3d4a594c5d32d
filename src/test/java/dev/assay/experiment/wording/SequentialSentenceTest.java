package dev.assay.experiment.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.sequential.SequentialDecision;
import dev.assay.experiment.stats.sequential.SequentialDecision.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialSentenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SETTLED_FOR_CHALLENGER | Settled after 84 of 200 cases: B scores higher (B - A is between 0.02 and 0.11 however often one looks, 95%).",
                "SETTLED_FOR_BASELINE | Settled after 84 of 200 cases: A scores higher (B - A is between 0.02 and 0.11 however often one looks, 95%).",
                "NO_PRACTICAL_DIFFERENCE | Settled after 84 of 200 cases: no practical difference (B - A is between 0.02 and 0.11 however often one looks, 95%).",
                "GO_ON | Not settled after 84 of 200 cases (B - A is between 0.02 and 0.11 however often one looks, 95%).",
                "TOO_FEW_CASES | Too few to settle anything: 84 of 200 cases."
            })
    void eachFindingIsSaidInOneSentence(Finding finding, String sentence) {
        var decision = new SequentialDecision(finding, 84, 40, 0.065, new Interval(0.02, 0.11));

        assertThat(SequentialSentence.of(decision, 200, "A", "B")).isEqualTo(sentence);
    }
}
