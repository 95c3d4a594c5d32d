package dev.assay.exchange.results.promptfoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.results.SampleReport;
import dev.assay.experiment.ScoredRun;
import dev.assay.experiment.gate.ScoreFloor;
import dev.assay.llm.Usage;
import org.junit.jupiter.api.Test;

class PromptfooResultsTest {

    @Test
    void aRunIsAnOutputFileOfVersionThree() {
        JsonNode file = PromptfooResults.of(
                SampleReport.gated(SampleReport.comparison(12, 2), new ScoreFloor("relevance", 0.5)));

        assertThat(file.at("/evalId").asText()).isEqualTo("r");
        assertThat(file.at("/results/version").asInt()).isEqualTo(3);
        assertThat(file.at("/results/prompts")).hasSize(2);
        assertThat(file.at("/results/prompts/1/label").asText()).isEqualTo("B: p");
        assertThat(file.at("/results/results")).hasSize(24);
        JsonNode worst = file.at("/results/results/12");
        assertThat(worst.at("/promptIdx").asInt()).isEqualTo(1);
        assertThat(worst.at("/testIdx").asInt()).isZero();
        assertThat(worst.at("/success").asBoolean()).isFalse();
        assertThat(worst.at("/failureReason").asInt()).isEqualTo(1);
        assertThat(worst.at("/namedScores/relevance").asDouble()).isEqualTo(0.2);
        assertThat(worst.at("/gradingResult/componentResults/0/assertion/threshold")
                        .asDouble())
                .isEqualTo(0.5);
        int passed = file.at("/results/stats/successes").asInt();
        assertThat(passed + file.at("/results/stats/failures").asInt()).isEqualTo(24);
        assertThat(file.at("/metadata/assay/verdicts/0").asText()).contains("relevance");
        assertThat(file.at("/metadata/assay/notMapped")).isNotEmpty();
    }

    @Test
    void whatIsNotKnownIsLeftOutAndAFailedCallIsAnError() {
        var run = new ScoredRun(1, 2, 1).failed(0, 0, 0).answered(0, 1, 0, Double.NaN, Usage.UNKNOWN, null, 50);

        JsonNode rows = PromptfooResults.of(SampleReport.gated(run.compare())).at("/results/results");

        assertThat(rows.at("/0/failureReason").asInt()).isEqualTo(2);
        assertThat(rows.at("/0/error").asText()).isEqualTo("overloaded: overloaded");
        assertThat(rows.at("/1/success").asBoolean()).isTrue();
        assertThat(rows.at("/1/namedScores")).isEmpty();
        assertThat(rows.at("/1").has("cost")).isFalse();
        assertThat(rows.at("/1/response/tokenUsage")).isEmpty();
    }
}
