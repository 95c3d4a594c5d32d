package dev.assay.exchange.chat;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of other tools into those of {@code config}. */
public final class Parameters {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("temperature", "temperature"),
            Map.entry("top_p", "topP"),
            Map.entry("topP", "topP"),
            Map.entry("top_k", "topK"),
            Map.entry("topK", "topK"),
            Map.entry("max_tokens", "maxOutputTokens"),
            Map.entry("maxTokens", "maxOutputTokens"),
            Map.entry("max_completion_tokens", "maxOutputTokens"),
            Map.entry("max_output_tokens", "maxOutputTokens"),
            Map.entry("maxOutputTokens", "maxOutputTokens"),
            Map.entry("num_predict", "maxOutputTokens"),
            Map.entry("num_ctx", "contextTokens"),
            Map.entry("contextTokens", "contextTokens"),
            Map.entry("stop", "stopSequences"),
            Map.entry("stop_sequences", "stopSequences"),
            Map.entry("stopSequences", "stopSequences"),
            Map.entry("frequency_penalty", "frequencyPenalty"),
            Map.entry("frequencyPenalty", "frequencyPenalty"),
            Map.entry("presence_penalty", "presencePenalty"),
            Map.entry("presencePenalty", "presencePenalty"),
            Map.entry("reasoning_effort", "reasoningEffort"),
            Map.entry("reasoningEffort", "reasoningEffort"),
            Map.entry("seed", "seed"));

    private Parameters() {}

    /**
     * Puts the parameters into a draft's {@code config}; those without equivalent go under an extension key.
     *
     * @param format the format's name, part of the extension key
     * @param skipped keys that are handled elsewhere
     */
    public static void read(
            Value settings, PromptDraft draft, String format, Set<String> skipped, Report.Builder report) {
        Map<String, Object> config = new LinkedHashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        settings.fields().forEach((key, value) -> {
            String ours = NAMES.get(key);
            Object raw = value.raw();
            if (skipped.contains(key) || raw == null) {
                return;
            }
            if (raw instanceof String text && text.startsWith("${file:")) {
                report.leftOut(value.place(), key, "not read: it is in another file; write it into the prompt");
            } else if (Secrets.holds(key, raw)) {
                report.leftOut(
                        value.place(), key, "not copied: it may hold a secret; keys go into providers.yaml as ${NAME}");
            } else if (ours != null && fits(ours, raw)) {
                config.put(ours, ours.equals("stopSequences") && raw instanceof String text ? List.of(text) : raw);
                report.converted(value.place(), key, "config." + ours);
            } else {
                others.put(key, raw);
                report.needsHand(value.place(), key, "kept under assay." + format + ".config: Assay does not send it");
            }
        });
        draft.config(config);
        if (!others.isEmpty()) {
            draft.put("assay." + format + ".config", others);
        }
    }

    private static boolean fits(String name, Object value) {
        return name.equals("stopSequences")
                ? value instanceof String
                        || (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance))
                : value instanceof Number;
    }

    /** {@code provider/model} for a model that is named alone, as far as its name tells who makes it. */
    public static Optional<String> model(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        if (name.matches("(gpt-|chatgpt|o\\d|text-|ft:gpt).*")) {
            return Optional.of("openai/" + name);
        }
        if (name.startsWith("claude")) {
            return Optional.of("anthropic/" + name);
        }
        return name.startsWith("gemini") ? Optional.of("gemini/" + name) : Optional.empty();
    }
}
