package dev.assay.judge.rubric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.judge.asking.Context;
import dev.assay.judge.reply.Scale;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import dev.assay.llm.InputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A rubric of the user's own, as the settings of a metric. */
public final class RubricSettings {
    /** The kind of metric that has them. */
    public static final String TYPE = "rubric";

    /** What is judged. */
    public static final String DESCRIPTION = "description";
    /** What must not count. */
    public static final String IGNORE = "ignore";
    /** The figures there are. */
    public static final String SCALE = "scale";
    /** What the figures mean. */
    public static final String ANCHORS = "anchors";
    /** What the judge is shown. */
    public static final String SEES = "sees";
    /** What must be there. */
    public static final String NEEDS = "needs";
    /** Which inputs are the context. */
    public static final String CONTEXT = "context";
    /** Which version of a file it is. */
    public static final String VERSION = "version";

    static final Setting[] SETTINGS = {
        new Setting(DESCRIPTION, "a text", "What is judged."),
        new Setting(ANCHORS, "a sentence by score", "What the scores mean, at least the worst and the best."),
        new Setting(SCALE, "two whole numbers", "The worst and the best score. Default: 1-5."),
        new Setting(IGNORE, "a text", "What must not count."),
        new Setting(
                SEES,
                "a list",
                "What the judge is shown of input, answer, expected and context. Default: the" + " first three."),
        new Setting(NEEDS, "a list", "What of it a case must have to be judged. Default: nothing."),
        Context.SETTING,
        new Setting(VERSION, "a text", "Which version of a judge's file it is; Assay sets it.")
    };

    private RubricSettings() {}

    /** Reads the settings. Throws {@link InputException} naming the one that is wrong. */
    static Rubric read(Settings settings) {
        Scale scale =
                told(settings, () -> RubricWords.scale(settings.text(SCALE).orElse(RubricWords.USUAL_SCALE)));
        List<String> shown = settings.texts(SEES);
        Set<Sight> sees = told(settings, () -> RubricWords.sights(shown.isEmpty() ? RubricWords.USUAL_SIGHT : shown));
        Set<Sight> needs = told(settings, () -> RubricWords.sights(settings.texts(NEEDS)));
        if (!sees.containsAll(needs)) {
            throw settings.wrong(NEEDS, "among what the judge sees");
        }
        return new Rubric(
                settings.metric().name(),
                text(settings, DESCRIPTION),
                settings.text(IGNORE).map(own -> own + ", ").orElse("") + Rubric.IGNORE_ALWAYS,
                scale,
                anchors(settings, scale),
                sees,
                needs);
    }

    private static SortedMap<Integer, String> anchors(Settings settings, Scale scale) {
        JsonNode written =
                settings.json(ANCHORS).filter(JsonNode::isObject).orElseThrow(() -> settings.wrong(ANCHORS, FORM));
        SortedMap<Integer, String> anchors = new TreeMap<>();
        for (Map.Entry<String, JsonNode> anchor : written.properties()) {
            if (anchor.getValue().asText().isBlank()) {
                throw settings.wrong(ANCHORS, FORM);
            }
            anchors.put(
                    told(settings, () -> RubricWords.figure(anchor.getKey(), scale)),
                    anchor.getValue().asText().strip());
        }
        if (!anchors.containsKey(scale.min()) || !anchors.containsKey(scale.max())) {
            throw settings.wrong("setting 'anchors' must say what " + scale.min() + " and " + scale.max() + " mean");
        }
        return anchors;
    }

    private static final String FORM = "a mapping of scores to sentences, such as {\"1\": \"Rude.\", \"5\": \"Kind.\"}";

    private static String text(Settings settings, String name) {
        return settings.text(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> settings.wrong(name, "a text"));
    }

    private static <T> T told(Settings settings, Supplier<T> read) {
        try {
            return read.get();
        } catch (InputException e) {
            throw settings.wrong(String.valueOf(e.getMessage()));
        }
    }
}
