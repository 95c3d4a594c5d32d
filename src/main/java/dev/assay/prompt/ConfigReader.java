package dev.assay.prompt;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.NearestName;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.prompt.frontmatter.ConfigKeys;
import dev.assay.prompt.frontmatter.Settings;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code config} as model parameters. A parameter that cannot be used is reported where it stands. */
final class ConfigReader {
    private static final String TOOL_CHOICE = "toolChoice";

    private final Settings settings;
    private final Diagnostics diagnostics;

    ConfigReader(Settings settings, Diagnostics diagnostics) {
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    ModelParameters read(Map<String, Object> config) {
        ModelParameters read = ModelParameters.DEFAULTS;
        for (var entry : config.entrySet()) {
            if (!ConfigKeys.ALL.contains(entry.getKey())) {
                unknown(entry.getKey());
            } else if (entry.getValue() != null && !entry.getKey().equals(TOOL_CHOICE)) {
                read = read.overriddenBy(one(entry.getKey(), entry.getValue()));
            }
        }
        return read;
    }

    private ModelParameters one(String key, Object value) {
        try {
            return switch (key) {
                case "temperature" -> parameters(real(key, value), null, null, null, null, List.of(), null);
                case "topP" -> parameters(null, real(key, value), null, null, null, List.of(), null);
                case "topK" -> parameters(null, null, whole(key, value), null, null, List.of(), null);
                case "maxOutputTokens" -> parameters(null, null, null, whole(key, value), null, List.of(), null);
                case "seed" -> parameters(null, null, null, null, wide(key, value), List.of(), null);
                case "stopSequences" -> parameters(null, null, null, null, null, texts(key, value), null);
                case "contextTokens" -> parameters(null, null, null, null, null, List.of(), whole(key, value));
                case "frequencyPenalty" -> others(real(key, value), null, null);
                case "presencePenalty" -> others(null, real(key, value), null);
                default -> others(null, null, ReasoningEffort.parse(String.valueOf(value)));
            };
        } catch (InputException e) {
            report(Severity.ERROR, "invalid-parameter", key, e.getMessage());
            return ModelParameters.DEFAULTS;
        }
    }

    private static ModelParameters parameters(
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer topK,
            @Nullable Integer maxOutputTokens,
            @Nullable Long seed,
            List<String> stop,
            @Nullable Integer contextTokens) {
        return new ModelParameters(temperature, topP, topK, maxOutputTokens, seed, stop, contextTokens);
    }

    private static ModelParameters others(
            @Nullable Double frequencyPenalty, @Nullable Double presencePenalty, @Nullable ReasoningEffort effort) {
        return new ModelParameters(
                null, null, null, null, null, List.of(), null, frequencyPenalty, presencePenalty, effort);
    }

    /**
     * Reads {@code toolChoice}: {@code auto}, {@code none}, {@code required}, or the name of a tool.
     *
     * @param tools those of the prompt
     */
    ToolChoice toolChoice(Map<String, Object> config, List<Tool> tools) {
        Object value = config.get(TOOL_CHOICE);
        String word = value == null ? "auto" : String.valueOf(value);
        return switch (word) {
            case "auto" -> ToolChoice.AUTO;
            case "none" -> new ToolChoice.None();
            case "required" -> new ToolChoice.Required();
            default -> named(word, tools.stream().map(Tool::name).toList());
        };
    }

    private ToolChoice named(String word, List<String> tools) {
        if (tools.contains(word)) {
            return new ToolChoice.Named(word);
        }
        report(
                Severity.ERROR,
                "invalid-parameter",
                TOOL_CHOICE,
                "'toolChoice' is " + word + " but must be auto, none, required or a tool of this prompt"
                        + NearestName.hint(word, tools));
        return ToolChoice.AUTO;
    }

    private static double real(String key, Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new InputException("'" + key + "' is " + value + " but must be a number");
    }

    private static long wide(String key, Object value) {
        double real = real(key, value);
        if (value instanceof BigInteger || real != (double) (long) real) {
            throw new InputException("'" + key + "' is " + value + " but must be a whole number");
        }
        return ((Number) value).longValue();
    }

    private static int whole(String key, Object value) {
        long wide = wide(key, value);
        if (wide != (int) wide) {
            throw new InputException("'" + key + "' is " + value + ", which is too large");
        }
        return (int) wide;
    }

    private static List<String> texts(String key, Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new InputException("'" + key + "' must be a list of texts");
    }

    private void unknown(String key) {
        report(
                Severity.INFO,
                "unknown-parameter",
                key,
                "'" + key + "' is not sent: Assay knows " + String.join(", ", ConfigKeys.ALL)
                        + NearestName.hint(key, ConfigKeys.ALL));
    }

    private void report(Severity severity, String name, String key, String message) {
        settings.placeOf(List.of("config", key))
                .ifPresent(place -> diagnostics.add(severity, name, message, place.keyStart(), place.valueEnd()));
    }
}
