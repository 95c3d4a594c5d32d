package dev.assay.prompt;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.NearestName;
import dev.assay.prompt.frontmatter.Settings;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code config} as model parameters. A parameter that cannot be used is reported where it stands. */
final class ConfigReader {
    private static final List<String> KNOWN =
            List.of("temperature", "topP", "topK", "maxOutputTokens", "seed", "stopSequences", "contextTokens");

    private final Settings settings;
    private final Diagnostics diagnostics;

    ConfigReader(Settings settings, Diagnostics diagnostics) {
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    ModelParameters read(Map<String, Object> config) {
        ModelParameters read = ModelParameters.DEFAULTS;
        for (var entry : config.entrySet()) {
            if (!KNOWN.contains(entry.getKey())) {
                unknown(entry.getKey());
            } else if (entry.getValue() != null) {
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
                default -> parameters(null, null, null, null, null, List.of(), whole(key, value));
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
                "'" + key + "' is not sent: Assay knows " + String.join(", ", KNOWN) + NearestName.hint(key, KNOWN));
    }

    private void report(Severity severity, String name, String key, String message) {
        settings.placeOf(List.of("config", key))
                .ifPresent(place -> diagnostics.add(severity, name, message, place.keyStart(), place.valueEnd()));
    }
}
