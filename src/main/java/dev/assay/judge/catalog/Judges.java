package dev.assay.judge.catalog;

import dev.assay.llm.InputException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The judges that Assay has. */
public final class Judges {
    private static final List<Rubric> RUBRICS = List.of(Rubric.RELEVANCE, Rubric.COHERENCE);

    /** Version, size, date and the like: what comes after the name of a family. */
    private static final Pattern VARIANT = Pattern.compile("(?:[-_:.@ ]?v?\\d|[-_:.@ ](?:mini|nano|small|medium|large"
            + "|pro|flash|haiku|sonnet|opus|fable|turbo|latest|preview|instruct)).*");

    private Judges() {}

    /** The names of the metrics that can be judged. */
    public static List<String> metrics() {
        return Stream.concat(RUBRICS.stream().map(Rubric::metric), Stream.of(SafetyJudge.METRIC))
                .toList();
    }

    /**
     * One judge for each metric, in the given order.
     *
     * @param model who judges where a language model does; may be null where none does
     *
     * @throws InputException naming the metrics there are, where one is unknown
     */
    public static List<Judge> of(List<Metric> metrics, @Nullable ModelId model, LlmProvider provider) {
        return metrics.stream().map(metric -> judge(metric, model, provider)).toList();
    }

    /** Whether a model must be named for it to be measured. */
    public static boolean needsModel(Metric metric) {
        return true;
    }

    private static Judge judge(Metric metric, @Nullable ModelId model, LlmProvider provider) {
        Rubric rubric = metric.type().equals(SafetyJudge.METRIC) ? Rubric.SAFETY : rubric(metric.type());
        if (model == null) {
            throw new InputException("Judging " + metric.name() + " needs a judge model");
        }
        return rubric == Rubric.SAFETY ? new SafetyJudge(model, provider) : new LlmJudge(rubric, model, provider);
    }

    /**
     * Whether judge and variant are of one family of models, such as two GPT models, wherever they are served: a judge
     * may favour what its own kind has written.
     */
    public static boolean sameFamily(ModelId judge, ModelId variant) {
        return judge.equals(variant) || family(judge).equals(family(variant));
    }

    private static String family(ModelId model) {
        String name = model.model().toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (model.provider().equals("offline")) {
            return "offline";
        }
        if (last.matches("(chatgpt|gpt|o\\d).*")) {
            return "gpt";
        }
        String family = VARIANT.matcher(last).replaceFirst("");
        return family.isEmpty() ? last : family;
    }

    private static Rubric rubric(String metric) {
        return RUBRICS.stream()
                .filter(rubric -> rubric.metric().equals(metric))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "There is no judge named '" + metric + "'; there are " + String.join(", ", metrics())));
    }
}
