package dev.assay.workbench.experiments;

import dev.assay.exchange.document.YamlText;
import dev.assay.experiment.Variant;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.catalog.NamedMetrics;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes experiments as YAML; what is as it would be anyway is left out. */
final class ExperimentWriter {
    private ExperimentWriter() {}

    static String text(SavedExperiment experiment, NamedMetrics judges) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(Field.TITLE, experiment.title());
        file.put(
                Field.VARIANTS,
                experiment.variants().stream().map(ExperimentWriter::variant).toList());
        file.put(Field.DATASET, experiment.dataset());
        put(file, Field.CLUSTER, experiment.cluster());
        file.put(
                Field.METRICS,
                experiment.metrics().stream()
                        .map(metric -> MetricText.of(metric, judges))
                        .toList());
        put(
                file,
                Field.JUDGE,
                experiment.judge() == null ? null : experiment.judge().toString());
        put(file, Field.REPEATS, experiment.repeats() == 1 ? null : experiment.repeats());
        var settings = experiment.settings();
        put(file, Field.CONCURRENCY, settings.concurrency() == Field.USUAL_CONCURRENCY ? null : settings.concurrency());
        put(file, Field.STREAM, settings.stream() ? null : false);
        put(file, Field.CACHE, settings.cache() ? null : false);
        put(file, Field.SIMILARITY, settings.similarity());
        put(file, Field.BUDGET, settings.budgetUsd());
        put(file, Field.SETTLED, settings.stopWhenSettled());
        put(file, Field.BATCH, settings.batch() ? true : null);
        return YamlText.of(file);
    }

    private static Map<String, Object> variant(Variant variant) {
        ModelParameters parameters = variant.parameters();
        if (!parameters.equals(new ModelParameters(
                parameters.temperature(), null, null, parameters.maxOutputTokens(), null, List.of(), null))) {
            throw new InputException("Only temperature and maxTokens of a variant can be saved: put the other"
                    + " parameters of " + variant.prompt() + " into the prompt");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Field.PROMPT, variant.prompt().toString());
        fields.put(Field.MODEL, variant.model().toString());
        put(fields, Field.TEMPERATURE, parameters.temperature());
        put(fields, Field.MAX_TOKENS, parameters.maxOutputTokens());
        return fields;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
