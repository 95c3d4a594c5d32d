package dev.assay.judge.measure;

import dev.assay.judge.type.MetricType;
import java.util.List;

/** The rules about what can be counted of an answer. */
public final class Measures {
    private Measures() {}

    /** One kind each. */
    public static List<MetricType> types() {
        return List.of(Length.TYPE, LatencyLimit.TYPE, CostLimit.TYPE);
    }
}
