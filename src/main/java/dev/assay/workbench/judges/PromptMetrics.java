package dev.assay.workbench.judges;

import dev.assay.judge.Metric;
import dev.assay.judge.catalog.MetricFields;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.catalog.NamedMetrics;
import dev.assay.llm.InputException;
import dev.assay.prompt.FrontMatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics that a prompt names in its front matter: {@code assay.metrics: [relevance, "contains:refund"]}. */
public final class PromptMetrics {
    private PromptMetrics() {}

    /**
     * Reads them; none where the prompt names none.
     *
     * @param prompt its name, for errors
     * @throws InputException naming the prompt and what is wrong
     */
    public static List<Metric> of(String prompt, FrontMatter frontMatter, NamedMetrics named) {
        return frontMatter.metrics().stream()
                .map(written -> read(prompt, written, named))
                .distinct()
                .toList();
    }

    private static Metric read(String prompt, Object written, NamedMetrics named) {
        try {
            if (written instanceof Map<?, ?> mapping) {
                Map<String, Object> fields = new LinkedHashMap<>();
                mapping.forEach((key, value) -> fields.put(String.valueOf(key), value));
                return MetricFields.read(fields, named);
            }
            return MetricText.parse(String.valueOf(written), named);
        } catch (InputException e) {
            throw new InputException("assay.metrics of prompt " + prompt + ": " + e.getMessage());
        }
    }
}
