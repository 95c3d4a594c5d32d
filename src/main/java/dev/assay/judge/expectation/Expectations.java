package dev.assay.judge.expectation;

import dev.assay.judge.type.MetricType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What cases themselves expect of their answers. */
public final class Expectations {
    /** The metric that checks it. */
    public static final String ASSERTS = "asserts";

    private static final MetricType TYPE = new MetricType(
            ASSERTS,
            MetricType.Kind.ASSERTION,
            "What the case asserts of its own answer holds; an import of promptfoo's tests brings such asserts along.",
            List.of(),
            null,
            Map.of(),
            (settings, resources) -> new CaseAsserts(settings.metric().name()));

    private Expectations() {}

    /** One kind. */
    public static List<MetricType> types() {
        return List.of(TYPE);
    }

    /** Whether a case with such inputs asserts anything. */
    public static boolean areIn(Map<String, Object> inputs) {
        return inputs.get(CaseAsserts.COLUMN) instanceof List<?> asserts && !asserts.isEmpty();
    }

    /**
     * Whether the metric {@link #ASSERTS} checks an assert.
     *
     * @param written as promptfoo writes it
     * @param inputs the values of its case
     */
    public static boolean checks(@Nullable Object written, Map<String, Object> inputs) {
        return CaseAsserts.checks(written, inputs);
    }
}
