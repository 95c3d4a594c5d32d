package dev.assay.judge.catalog;

import dev.assay.judge.Metric;
import dev.assay.judge.assertion.Assertions;
import dev.assay.judge.claims.FaithfulnessJudge;
import dev.assay.judge.expectation.Expectations;
import dev.assay.judge.measure.Measures;
import dev.assay.judge.pairwise.PairwiseJudge;
import dev.assay.judge.rubric.RubricTypes;
import dev.assay.judge.safety.SafetyJudge;
import dev.assay.judge.similarity.Similarities;
import dev.assay.judge.type.MetricType;
import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every kind of judge and assertion by its name. */
public final class MetricTypes {
    private static final Map<String, MetricType> TYPES = new LinkedHashMap<>();

    static {
        Stream.of(
                        RubricTypes.types(),
                        List.of(FaithfulnessJudge.TYPE, SafetyJudge.TYPE, RubricTypes.own(), PairwiseJudge.TYPE),
                        Assertions.types(),
                        Expectations.types(),
                        Similarities.types(),
                        Measures.types())
                .flatMap(List::stream)
                .forEach(type -> TYPES.put(type.name(), type));
    }

    private MetricTypes() {}

    /** All kinds, those that ask a model first. */
    public static List<MetricType> all() {
        return List.copyOf(TYPES.values());
    }

    /** The kind of that name. */
    public static Optional<MetricType> find(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** The kind of a metric. Throws {@link InputException} naming those there are, where there is none. */
    public static MetricType of(Metric metric) {
        return require(metric.type());
    }

    static MetricType require(String name) {
        return find(name).orElseThrow(() -> unknown(name, NamedMetrics.NONE));
    }

    /** The error of a name that neither a kind nor one of {@code named} has. */
    static InputException unknown(String name, NamedMetrics named) {
        List<String> known =
                Stream.concat(named.names().stream(), TYPES.keySet().stream()).toList();
        String hint = NearestName.hint(name, known);
        return new InputException("There is no metric '" + name + "'" + (hint.isEmpty() ? "." : hint) + " There are: "
                + String.join(", ", known));
    }
}
