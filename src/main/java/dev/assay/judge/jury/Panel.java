package dev.assay.judge.jury;

import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who judges an answer, and how often.
 *
 * @param models the judging models, none twice; empty where none was named
 * @param samples how often each judges an answer
 * @param median whether the median of the judgements counts, else their mean
 */
public record Panel(List<ModelId> models, int samples, boolean median) {
    private static final String JUDGES = "judges";
    private static final String SAMPLES = "samples";
    private static final String COMBINE = "combine";
    private static final int MOST_SAMPLES = 20;

    /** What every kind of judge that asks a model can be told. */
    static final Setting[] SETTINGS = {
        new Setting(JUDGES, "a model or a list", "The judging models. Default: --judge."),
        new Setting(
                SAMPLES,
                "1 to " + MOST_SAMPLES,
                "How often each model judges an answer, at its usual temperature if more than once. Default: 1."),
        new Setting(COMBINE, "mean or median", "Which of several judgements' scores counts. Default: mean.")
    };

    public Panel {
        models = List.copyOf(models);
    }

    /**
     * Reads the settings.
     *
     * @param proposed who judges where they name nobody; may be null
     * @throws InputException naming the setting that is wrong
     */
    public static Panel of(Settings settings, @Nullable ModelId proposed) {
        List<ModelId> models = new ArrayList<>();
        for (String name : settings.texts(JUDGES)) {
            ModelId model = parsed(settings, name);
            if (models.contains(model)) {
                throw settings.wrong("setting 'judges' names " + model + " twice: to have it judge more than once, set"
                        + " 'samples'");
            }
            models.add(model);
        }
        if (models.isEmpty() && proposed != null) {
            models.add(proposed);
        }
        Integer samples = settings.whole(SAMPLES, 1, MOST_SAMPLES);
        String combine = settings.oneOf(COMBINE, List.of("mean", "median"), "mean");
        return new Panel(models, samples == null ? 1 : samples, combine.equals("median"));
    }

    /** Whether the settings themselves name who judges. */
    public static boolean isNamed(Settings settings) {
        return settings.has(JUDGES);
    }

    /** How many judgements there are of each answer. */
    int size() {
        return models.size() * samples;
    }

    /** The models as they are asked about one answer, one for each judgement. */
    public List<ModelId> asked() {
        return models.stream()
                .flatMap(model -> Collections.nCopies(samples, model).stream())
                .toList();
    }

    /** Such as {@code openai/gpt-4.1 and local/judge, 3 times each}. */
    @Override
    public String toString() {
        List<String> names = models.stream().map(ModelId::toString).toList();
        String all = names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        return all + (samples == 1 ? "" : ", " + samples + " times" + (names.size() == 1 ? "" : " each"));
    }

    private static ModelId parsed(Settings settings, String name) {
        try {
            return ModelId.parse(name);
        } catch (InputException e) {
            throw settings.wrong("setting 'judges': " + e.getMessage());
        }
    }
}
