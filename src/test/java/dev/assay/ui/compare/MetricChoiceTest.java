package dev.assay.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Dataset;
import dev.assay.experiment.TestCase;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.MetricText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricChoiceTest {

    @Test
    void whatCasesAssertIsOfferedWhereTheyDo() {
        var choice = new MetricChoice();
        choice.suit(dataset(Map.of("q", "a")));
        assertThat(choice.offered()).doesNotContain("asserts");

        choice.suit(dataset(Map.of("q", "a", "__assert", List.of(Map.of("type", "is-json")))));
        assertThat(choice.offered()).contains("asserts");
        choice.wanted("asserts").set(true);
        assertThat(Metric.names(choice.metrics())).contains("asserts");
        assertThat(choice.metrics().getLast().threshold()).isEqualTo(1);

        choice.wanted("asserts").set(false);
        choice.suit(null);
        assertThat(choice.offered()).doesNotContain("asserts");
    }

    @Test
    void whatThePromptsSayIsMeasuredUntilTheUserChoosesOtherwise() {
        var choice = new MetricChoice();
        Metric refund = MetricText.parse("contains:refund");
        choice.follow("a", List.of(refund), List.of("a"));
        assertThat(choice.metrics()).containsExactly(refund);

        choice.follow("b", List.of(Metric.of("coherence"), refund), List.of("a", "b"));
        assertThat(choice.metrics()).containsExactlyInAnyOrder(refund, Metric.of("coherence"));
        choice.follow("c", List.of(), List.of("c"));
        assertThat(choice.names()).containsExactlyInAnyOrder("relevance", "coherence");

        choice.wanted("safety").set(true);
        choice.follow("a", List.of(refund), List.of("a"));
        assertThat(choice.names()).containsExactlyInAnyOrder("relevance", "coherence", "safety");
    }

    @Test
    void whatASavedComparisonMeasuresDoesNotFollowThePrompts() {
        var choice = new MetricChoice();
        choice.take(List.of(Metric.of("relevance"), Metric.of("coherence")));

        choice.follow("a", List.of(Metric.of("safety")), List.of("a"));

        assertThat(choice.names()).containsExactlyInAnyOrder("relevance", "coherence");
    }

    private static Dataset dataset(Map<String, Object> inputs) {
        return new Dataset("d", List.of("q"), List.of(new TestCase(0, inputs, null)), "0".repeat(64));
    }
}
