package dev.assay.judge.type;

import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of judge or assertion.
 *
 * @param name as written, such as {@code contains}
 * @param kind how it comes to its scores
 * @param description what it measures, in one sentence
 * @param settings what it can be told
 * @param main the setting that a text after a colon gives, as in {@code contains:refund}; null where there is none
 * @param bounds the settings that {@code <=} and {@code >=} give; where they give none, {@code >=} gives the threshold
 * @param maker makes a judge
 */
public record MetricType(
        String name,
        Kind kind,
        String description,
        List<Setting> settings,
        @Nullable String main,
        Map<String, String> bounds,
        Maker maker) {

    /** How a kind of judge comes to its scores. */
    public enum Kind {
        /** A rule that holds (1) or does not (0). */
        ASSERTION(0),
        /** A rule that measures from 0 to 1. */
        MEASURE(0),
        /** A language model that is shown the answer. */
        MODEL(1),
        /** A language model that takes the claims from the answer, and then checks them. */
        CLAIMS(2),
        /** A language model that is shown the answer and the baseline's, in both orders. */
        PAIRWISE(2);

        private final int calls;

        Kind(int calls) {
            this.calls = calls;
        }

        /** How often a model is asked for one judgement, but for replies that cannot be read. */
        public int calls() {
            return calls;
        }
    }

    /** Makes a judge. Throws {@link dev.assay.llm.InputException} naming the metric and the setting that is wrong. */
    @FunctionalInterface
    public interface Maker {
        Judge make(Settings settings, Resources resources);
    }

    public MetricType {
        settings = List.copyOf(settings);
        bounds = Map.copyOf(bounds);
    }

    /** A rule that holds or does not. */
    public static MetricType assertion(String name, String description, Function<Settings, Rule> rule) {
        return rule(name, Kind.ASSERTION, description, (settings, resources) -> rule.apply(settings));
    }

    /** A rule that measures from 0 to 1. */
    public static MetricType measure(String name, String description, Function<Settings, Rule> rule) {
        return rule(name, Kind.MEASURE, description, (settings, resources) -> rule.apply(settings));
    }

    private static MetricType rule(String name, Kind kind, String description, RuleMaker rule) {
        return new MetricType(
                name,
                kind,
                description,
                List.of(),
                null,
                Map.of(),
                (settings, resources) -> new RuleJudge(settings.metric().name(), rule.make(settings, resources)));
    }

    private interface RuleMaker {
        Rule make(Settings settings, Resources resources);
    }

    /** The same with more settings. */
    public MetricType with(Setting... more) {
        List<Setting> all =
                Stream.concat(settings.stream(), Arrays.stream(more)).toList();
        return new MetricType(name, kind, description, all, main, bounds, maker);
    }

    /** The same, whose setting {@code main} may stand after a colon. */
    public MetricType withMain(String setting) {
        return new MetricType(name, kind, description, settings, setting, bounds, maker);
    }

    /** The same, whose settings may stand after {@code <=} and {@code >=}. */
    public MetricType withBounds(Map<String, String> by) {
        return new MetricType(name, kind, description, settings, main, by, maker);
    }

    /** The kind that holds where this assertion does not. */
    public MetricType negated() {
        String opposite = "The opposite of " + name + ": " + description;
        Maker negated = (settings, resources) -> maker.make(settings, resources) instanceof RuleJudge judge
                ? new RuleJudge(judge.metric(), judge.rule().negated())
                : maker.make(settings, resources);
        return new MetricType("not-" + name, kind, opposite, settings, main, bounds, negated);
    }

    /** Whether a model must be named for it. */
    public boolean needsModel() {
        return kind.calls() > 0;
    }

    /** Whether its scores are 0 or 1 and nothing between. */
    public boolean passFail() {
        return kind == Kind.ASSERTION;
    }

    /** A judge for a metric of this kind. Throws {@link dev.assay.llm.InputException} where a setting is wrong. */
    public Judge judge(Metric metric, Resources resources) {
        return maker.make(settings(metric), resources);
    }

    /** Throws {@link dev.assay.llm.InputException} where the metric has a setting that this kind does not know. */
    public void check(Metric metric) {
        settings(metric);
    }

    /** The settings of a metric of this kind. Throws {@link dev.assay.llm.InputException} where one is not known. */
    public Settings settings(Metric metric) {
        return new Settings(metric, names());
    }

    private List<String> names() {
        return settings.stream().map(Setting::name).toList();
    }
}
