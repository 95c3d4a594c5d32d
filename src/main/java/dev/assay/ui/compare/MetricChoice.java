package dev.assay.ui.compare;

import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The scores that a run is to have. */
final class MetricChoice {
    private static final List<String> AT_FIRST = List.of("relevance", "coherence");

    private final Map<String, BooleanProperty> wanted = new LinkedHashMap<>();

    MetricChoice() {
        Judges.metrics().forEach(metric -> wanted.put(metric, new SimpleBooleanProperty(AT_FIRST.contains(metric))));
    }

    /** Whether a metric is measured; throws {@link IllegalArgumentException} where it is not offered. */
    BooleanProperty wanted(String metric) {
        BooleanProperty property = wanted.get(metric);
        if (property == null) {
            throw new IllegalArgumentException(metric + " is not offered");
        }
        return property;
    }

    /** What can be measured. */
    List<String> offered() {
        return List.copyOf(wanted.keySet());
    }

    /** The names of those that are measured. */
    List<String> names() {
        return wanted.entrySet().stream()
                .filter(one -> one.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that are measured. */
    List<Metric> metrics() {
        return names().stream().map(Metric::of).toList();
    }

    /** What changes with the choice. */
    List<Observable> observables() {
        return List.copyOf(wanted.values());
    }
}
