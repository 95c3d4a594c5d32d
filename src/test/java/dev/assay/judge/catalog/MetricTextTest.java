package dev.assay.judge.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.judge.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relevance",
                "contains:refund",
                "not-contains:a, b >= c",
                "regex:^\\d+$",
                "similarity>=0.8",
                "relevance>=0.75",
                "latency<=2s",
                "cost<=0.01",
                "length<=200 chars",
                "{\"type\":\"contains\",\"name\":\"polite\",\"threshold\":1.0,\"value\":[\"please\",\"thanks\"],\"match\":\"any\"}",
                "{\"type\":\"length\",\"name\":\"size\",\"threshold\":1.0,\"min\":2,\"max\":10}"
            })
    void aLineBecomesAMetricAndTheSameLineAgain(String line) {
        assertThat(MetricText.of(MetricText.parse(line))).isEqualTo(line);
    }

    @Test
    void whatHoldsOrNotPassesWhereItHolds() {
        assertThat(MetricText.parse("contains:refund"))
                .isEqualTo(new Metric("contains:refund", "contains", Map.of("value", "refund"), 1.0));
        assertThat(MetricText.parse("relevance")).isEqualTo(Metric.of("relevance"));
        assertThat(MetricText.parse("similarity>=0.8").threshold()).isEqualTo(0.8);
    }

    @Test
    void aCommaWithinATextStaysThere() {
        assertThat(Metric.names(MetricText.parseList("relevance,contains:Dear Sir, dear Madam,latency<=2s,json")))
                .isEqualTo(List.of("relevance", "contains:Dear Sir, dear Madam", "latency", "json"));
    }

    @Test
    void everyKindHasADescriptionAndSaysWhetherItNeedsAModel() {
        assertThat(MetricTypes.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(type -> assertThat(type.description()).isNotBlank());
        assertThat(Judges.needsModel(Metric.of("relevance"))).isTrue();
        assertThat(Judges.needsModel(Metric.of("json"))).isFalse();
        assertThat(Judges.passFail(Metric.of("json"))).isTrue();
        assertThat(Judges.passFail(Metric.of("bleu"))).isFalse();
    }
}
