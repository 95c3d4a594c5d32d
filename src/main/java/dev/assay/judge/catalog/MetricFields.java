package dev.assay.judge.catalog;

import dev.assay.judge.Metric;
import dev.assay.judge.type.MetricType;
import dev.assay.llm.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metrics as mappings, {@code {type: contains, value: refund, name: ..., threshold: ...}}. */
public final class MetricFields {
    private static final String TYPE = "type";
    private static final String NAME = "name";
    private static final String THRESHOLD = "threshold";
    private static final List<String> OWN = List.of(TYPE, NAME, THRESHOLD);
    private static final int LONGEST_NAME = 60;

    private MetricFields() {}

    /** Reads a mapping whose type may also be a name among {@code named}; what it says itself goes before theirs. */
    public static Metric read(Map<String, Object> fields, NamedMetrics named) {
        boolean isName = fields.get(TYPE) instanceof String written
                && MetricTypes.find(written).isEmpty();
        if (!isName) {
            return read(fields);
        }
        String name = String.valueOf(fields.get(TYPE));
        Map<String, Object> whole =
                new LinkedHashMap<>(named.find(name).orElseThrow(() -> MetricTypes.unknown(name, named)));
        fields.forEach((key, value) -> {
            if (!key.equals(TYPE)) {
                whole.put(key, value);
            }
        });
        return read(whole);
    }

    /** Reads a mapping. Throws {@link InputException} naming what is wrong. */
    public static Metric read(Map<String, Object> fields) {
        if (!(fields.get(TYPE) instanceof String written)) {
            throw new InputException("A metric needs a type, for example {type: contains, value: refund}");
        }
        MetricType type = MetricTypes.require(written);
        Map<String, Object> settings = new LinkedHashMap<>(fields);
        OWN.forEach(settings::remove);
        String name = fields.get(NAME) == null
                ? name(type, settings)
                : String.valueOf(fields.get(NAME)).strip();
        if (name.isEmpty()) {
            throw new InputException("The name of a metric of type " + written + " is empty: leave it out or give one");
        }
        return checked(new Metric(name, written, settings, threshold(type, fields.get(THRESHOLD))), type);
    }

    /** The mapping that {@link #read} reads so. */
    public static Map<String, Object> of(Metric metric) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(TYPE, metric.type());
        fields.put(NAME, metric.name());
        if (metric.threshold() != null) {
            fields.put(THRESHOLD, metric.threshold());
        }
        fields.putAll(metric.settings());
        return fields;
    }

    /** The name where none is given: the type and what it looks for. */
    static String name(MetricType type, Map<String, Object> settings) {
        Object main = type.main() == null ? null : settings.get(type.main());
        String name = main == null ? type.name() : type.name() + ":" + main;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }

    /** What holds or does not, passes where it holds, unless told otherwise. */
    private static @Nullable Double threshold(MetricType type, @Nullable Object written) {
        if (written == null) {
            return type.passFail() ? 1.0 : null;
        }
        if (!written.toString().matches("0(\\.\\d+)?|1(\\.0+)?|\\.\\d+")) {
            throw new InputException("The threshold of " + type.name() + " is '" + written
                    + "' but must be a number from 0 to 1, such as 0.8");
        }
        return Double.valueOf(written.toString());
    }

    private static Metric checked(Metric metric, MetricType type) {
        type.check(metric);
        return metric;
    }
}
