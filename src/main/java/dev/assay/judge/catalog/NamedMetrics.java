package dev.assay.judge.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Metrics by names of the user's own, such as those that a workspace keeps as files. */
public interface NamedMetrics {

    /** No such metrics. */
    NamedMetrics NONE = new NamedMetrics() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public Optional<Map<String, Object>> find(String name) {
            return Optional.empty();
        }
    };

    /** The names there are, sorted. */
    List<String> names();

    /**
     * The mapping that {@link MetricFields} reads as the metric of that name; empty where there is none.
     *
     * @throws dev.assay.llm.InputException where what is kept under that name is wrong
     */
    Optional<Map<String, Object>> find(String name);
}
