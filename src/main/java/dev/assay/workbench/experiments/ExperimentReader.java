package dev.assay.workbench.experiments;

import dev.assay.experiment.Variant;
import dev.assay.history.RunSettings;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.catalog.NamedMetrics;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.settings.YamlField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads experiments from YAML; every mistake is told with its place. */
final class ExperimentReader {
    private static final Set<String> KNOWN = Set.of(
            Field.TITLE,
            Field.VARIANTS,
            Field.DATASET,
            Field.CLUSTER,
            Field.METRICS,
            Field.JUDGE,
            Field.REPEATS,
            Field.CONCURRENCY,
            Field.STREAM,
            Field.CACHE,
            Field.SIMILARITY,
            Field.BUDGET,
            Field.SETTLED,
            Field.BATCH);
    private static final Set<String> OF_VARIANT =
            Set.of(Field.PROMPT, Field.MODEL, Field.TEMPERATURE, Field.MAX_TOKENS);

    private final NamedMetrics judges;
    private final YamlField root;
    private final Map<String, YamlField> fields;

    private ExperimentReader(YamlField root, NamedMetrics judges) {
        this.judges = judges;
        this.root = root;
        this.fields = root.fields(KNOWN);
    }

    /**
     * Reads a file's content.
     *
     * @param name what the experiment is called where it has no title
     * @param judges the judges that its metrics may name
     */
    static SavedExperiment read(YamlField root, String name, NamedMetrics judges) {
        return new ExperimentReader(root, judges).experiment(name);
    }

    private SavedExperiment experiment(String name) {
        List<Variant> variants = require(Field.VARIANTS).items().stream()
                .map(ExperimentReader::variant)
                .toList();
        if (variants.isEmpty()) {
            throw require(Field.VARIANTS).error("variants must be one or more, each with a prompt and a model");
        }
        List<Metric> metrics = optional(Field.METRICS, YamlField::items).orElse(List.of()).stream()
                .map(item -> parsed(item, text -> MetricText.parse(text, judges)))
                .toList();
        ModelId judge =
                optional(Field.JUDGE, field -> parsed(field, ModelId::parse)).orElse(null);
        if (judge == null && metrics.stream().anyMatch(Judges::needsModel)) {
            throw require(Field.METRICS).error("these metrics need a judge: add judge: PROVIDER/MODEL");
        }
        return new SavedExperiment(
                optional(Field.TITLE, YamlField::text).orElse(name),
                variants,
                require(Field.DATASET).text(),
                optional(Field.CLUSTER, YamlField::text).orElse(null),
                metrics,
                judge,
                optional(Field.REPEATS, YamlField::positive).orElse(1),
                settings());
    }

    private RunSettings settings() {
        boolean cache = optional(Field.CACHE, YamlField::flag).orElse(true);
        Double similarity = optional(Field.SIMILARITY, YamlField::share).orElse(null);
        if (similarity != null && !cache) {
            throw require(Field.SIMILARITY).error("similarity needs the cache: take out cache: false, or this line");
        }
        boolean batch = optional(Field.BATCH, YamlField::flag).orElse(false);
        if (batch && similarity != null) {
            throw require(Field.SIMILARITY).error("similarity does not go with batch: true: take out one of the two");
        }
        return new RunSettings(
                optional(Field.CONCURRENCY, YamlField::positive).orElse(Field.USUAL_CONCURRENCY),
                optional(Field.STREAM, YamlField::flag).orElse(true),
                cache,
                similarity,
                optional(Field.BUDGET, ExperimentReader::amount).orElse(null),
                optional(Field.SETTLED, YamlField::text).orElse(null),
                batch);
    }

    private static Variant variant(YamlField item) {
        Map<String, YamlField> fields = item.fields(OF_VARIANT);
        PromptRef prompt = parsed(require(item, fields, Field.PROMPT), PromptRef::parse);
        ModelId model = parsed(require(item, fields, Field.MODEL), ModelId::parse);
        YamlField temperature = fields.get(Field.TEMPERATURE);
        YamlField maxTokens = fields.get(Field.MAX_TOKENS);
        return new Variant(
                prompt,
                model,
                new ModelParameters(
                        temperature == null ? null : amount(temperature).doubleValue(),
                        null,
                        null,
                        maxTokens == null ? null : maxTokens.positive(),
                        null,
                        List.of(),
                        null));
    }

    private static BigDecimal amount(YamlField field) {
        String text = field.text();
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw field.error(field.name() + " must be a number of 0 or more, such as 0.5");
        }
        return new BigDecimal(text);
    }

    /** A mistake in a value is told at its place. */
    private static <T> T parsed(YamlField field, Function<String, T> parser) {
        try {
            return parser.apply(field.text());
        } catch (InputException e) {
            throw e.location() != null ? e : field.error(String.valueOf(e.getMessage()));
        }
    }

    private YamlField require(String name) {
        return require(root, fields, name);
    }

    private static YamlField require(YamlField parent, Map<String, YamlField> fields, String name) {
        YamlField field = fields.get(name);
        if (field == null || field.isEmpty()) {
            throw parent.error((parent.name().isEmpty() ? "the experiment" : parent.name()) + " needs " + name);
        }
        return field;
    }

    private <T> Optional<T> optional(String name, Function<YamlField, @Nullable T> read) {
        return Optional.ofNullable(fields.get(name))
                .filter(field -> !field.isEmpty())
                .map(read);
    }
}
