package dev.assay.workbench.judges;

import dev.assay.judge.catalog.MetricTypes;
import dev.assay.judge.reply.Scale;
import dev.assay.judge.rubric.RubricSettings;
import dev.assay.judge.rubric.RubricWords;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.NearestName;
import dev.assay.settings.YamlField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a judge from YAML and goes on after a mistake, so that all are told at once. */
final class JudgeReader {
    private static final String NAME = "name";
    private static final String PASS = "pass";
    private static final String MODEL = "model";
    private static final String JUDGES = "judges";
    private static final String SAMPLES = "samples";
    private static final String COMBINE = "combine";
    private static final List<String> KNOWN = List.of(
            NAME,
            RubricSettings.DESCRIPTION,
            RubricSettings.IGNORE,
            RubricSettings.SCALE,
            RubricSettings.ANCHORS,
            RubricSettings.SEES,
            RubricSettings.NEEDS,
            RubricSettings.CONTEXT,
            PASS,
            MODEL,
            JUDGES,
            SAMPLES,
            COMBINE);
    private static final int MOST_SAMPLES = 20;

    private final YamlField root;
    private final String name;
    private final Map<String, YamlField> written = new LinkedHashMap<>();
    private final Map<String, Object> metric = new LinkedHashMap<>();
    private final List<InputException> problems = new ArrayList<>();

    private JudgeReader(YamlField root, String name) {
        this.root = root;
        this.name = name;
    }

    /**
     * Reads a file's content.
     *
     * @param name what the file is called
     */
    static JudgeFile read(YamlField root, String name, String version) {
        return new JudgeReader(root, name).judge(version);
    }

    private JudgeFile judge(String version) {
        tried(root, YamlField::fields, Map.<String, YamlField>of()).forEach((key, field) -> {
            if (KNOWN.contains(key)) {
                written.put(key, field);
            } else {
                problems.add(field.error("a judge has no '" + key + "'" + NearestName.hint(key, KNOWN) + " (known are "
                        + String.join(", ", KNOWN) + ")"));
            }
        });
        metric.put("type", RubricSettings.TYPE);
        metric.put(NAME, name);
        checkName();
        require(RubricSettings.DESCRIPTION, "say what is judged");
        put(RubricSettings.DESCRIPTION, JudgeReader::words);
        put(RubricSettings.IGNORE, JudgeReader::words);
        Scale scale = scale();
        anchors(scale);
        sights();
        put(RubricSettings.CONTEXT, JudgeReader::oneOrMore);
        YamlField pass = written.get(PASS);
        if (pass != null) {
            attempt(pass, field -> RubricWords.pass(field.text(), scale))
                    .ifPresent(threshold -> metric.put("threshold", threshold));
        }
        panel();
        metric.put(RubricSettings.VERSION, version);
        problems.sort(Comparator.comparingInt(JudgeReader::line).thenComparingInt(JudgeReader::column));
        return new JudgeFile(name, version, metric, problems);
    }

    private void checkName() {
        YamlField own = written.getOrDefault(NAME, root);
        String said = written.containsKey(NAME) ? tried(own, YamlField::text, name) : name;
        if (!said.equals(name)) {
            problems.add(own.error("the judge is called " + said + " but its file " + name + ".yaml: make them equal"));
        } else if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
            problems.add(own.error("a judge cannot be called '" + name
                    + "': take small letters, digits and '-', and begin with a letter"));
        } else if (MetricTypes.find(name).isPresent()) {
            problems.add(own.error("there is a metric " + name + " already: give the judge another name"));
        }
    }

    private Scale scale() {
        Scale usual = RubricWords.scale(RubricWords.USUAL_SCALE);
        put(RubricSettings.SCALE, field -> {
            RubricWords.scale(field.text());
            return field.text().strip();
        });
        return metric.get(RubricSettings.SCALE) instanceof String text ? RubricWords.scale(text) : usual;
    }

    private void anchors(Scale scale) {
        YamlField field = require(RubricSettings.ANCHORS, "say what " + scale.min() + " and " + scale.max() + " mean");
        if (field == null) {
            return;
        }
        Map<String, Object> anchors = new LinkedHashMap<>();
        tried(field, YamlField::fields, Map.<String, YamlField>of()).forEach((key, anchor) -> {
            tried(anchor, one -> RubricWords.figure(key, scale), scale.min());
            anchors.put(key, tried(anchor, JudgeReader::words, ""));
        });
        List<Integer> missing = new ArrayList<>(List.of(scale.min(), scale.max()));
        missing.removeIf(figure -> anchors.containsKey(figure.toString()));
        if (!missing.isEmpty() && !anchors.isEmpty()) {
            problems.add(field.error("anchors must say what the worst and the best score mean: there is none for "
                    + missing.getFirst()));
        }
        metric.put(RubricSettings.ANCHORS, anchors);
    }

    private void sights() {
        put(RubricSettings.SEES, field -> {
            RubricWords.sights(field.texts());
            return field.texts();
        });
        put(RubricSettings.NEEDS, field -> {
            List<String> seen = metric.get(RubricSettings.SEES) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : RubricWords.USUAL_SIGHT;
            RubricWords.sights(field.texts());
            if (!RubricWords.sights(seen).containsAll(RubricWords.sights(field.texts()))) {
                throw field.error("needs names what the judge does not see: add it to sees");
            }
            return field.texts();
        });
        YamlField context = written.get(RubricSettings.CONTEXT);
        boolean seen = metric.get(RubricSettings.SEES) instanceof List<?> list && list.contains("context");
        if (context != null && !seen) {
            problems.add(context.error("context is named but the judge does not see it: add context to sees"));
        }
    }

    private void panel() {
        YamlField model = written.get(MODEL);
        if (model != null && written.containsKey(JUDGES)) {
            problems.add(model.error("give model or judges, not both"));
        }
        if (model != null) {
            String one = tried(model, field -> ModelId.parse(field.text()).toString(), "");
            metric.put(JUDGES, List.of(one));
        }
        put(
                JUDGES,
                field -> field.items().stream()
                        .map(item ->
                                tried(item, one -> ModelId.parse(one.text()).toString(), ""))
                        .toList());
        put(SAMPLES, field -> {
            if (field.positive() > MOST_SAMPLES) {
                throw field.error("samples must be from 1 to " + MOST_SAMPLES);
            }
            return field.positive();
        });
        put(COMBINE, field -> {
            if (!field.text().matches("mean|median")) {
                throw field.error("combine must be mean or median");
            }
            return field.text();
        });
    }

    private @Nullable YamlField require(String key, String mend) {
        YamlField field = written.get(key);
        if (field == null) {
            problems.add(root.error("the judge needs " + key + ": " + mend));
        }
        return field;
    }

    private void put(String key, Function<YamlField, Object> read) {
        YamlField field = written.get(key);
        if (field != null) {
            attempt(field, read).ifPresent(value -> metric.put(key, value));
        }
    }

    private <T> T tried(YamlField field, Function<YamlField, ? extends T> read, T otherwise) {
        return this.<T>attempt(field, read).orElse(otherwise);
    }

    private <T> Optional<T> attempt(YamlField field, Function<YamlField, ? extends T> read) {
        try {
            return Optional.of(read.apply(field));
        } catch (InputException e) {
            problems.add(e.location() != null ? e : field.error(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static String words(YamlField field) {
        String text = field.text().strip();
        if (text.isEmpty()) {
            throw field.error(field.name() + " is empty: write a sentence");
        }
        return text;
    }

    private static Object oneOrMore(YamlField field) {
        return field.isText() ? List.of(field.text()) : field.texts();
    }

    private static int column(InputException problem) {
        var place = problem.location();
        return place == null ? 0 : place.column();
    }

    private static int line(InputException problem) {
        var place = problem.location();
        return place == null ? 0 : place.line();
    }
}
