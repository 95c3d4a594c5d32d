package dev.assay.workbench.judges;

import dev.assay.judge.Metric;
import dev.assay.judge.catalog.MetricFields;
import dev.assay.llm.InputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rubric as it is written in a file.
 *
 * @param name what its scores are called
 * @param version the content as git names it, so that it can be found there once it is committed
 * @param fields the metric as a mapping; whole only where there are no problems
 * @param problems every mistake with its place, in the order of the file
 */
public record JudgeFile(String name, String version, Map<String, Object> fields, List<InputException> problems) {
    public JudgeFile {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        problems = List.copyOf(problems);
    }

    /** The metric; throws the first {@link InputException} where there are problems. */
    public Metric metric() {
        return MetricFields.read(sound());
    }

    /** The fields; throws the first {@link InputException} where there are problems. */
    Map<String, Object> sound() {
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        return fields;
    }
}
