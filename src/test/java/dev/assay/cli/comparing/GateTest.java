package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.results.SampleComparison;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void aVariantAtTheLimitPassesAndOneWithoutAScoreDoesNot() {
        var failures = new Gate("relevance", 0.75).failures(SampleComparison.create());

        assertThat(failures).hasSize(1).first().asString().contains("B (notes on local/tiny)", "not scored", "0.750");
    }

    @Test
    void aVariantBelowTheLimitIsNamedWithItsMean() {
        assertThat(new Gate("relevance", 0.8).failures(SampleComparison.create()))
                .hasSize(2)
                .first()
                .asString()
                .contains("relevance of A", "0.750", "0.800");
    }

    @Test
    void aGateIsReadFromText() {
        assertThat(Gate.parse("coherence=.5", List.of("coherence"))).isEqualTo(new Gate("coherence", 0.5));
    }
}
