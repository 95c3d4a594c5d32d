package dev.assay.ui.prompts.form;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.ui.fx.Messages;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A parameter of {@code config}, as text and as a value. */
enum ParameterKind {
    TEMPERATURE("temperature"),
    TOP_P("topP"),
    TOP_K("topK"),
    MAX_OUTPUT_TOKENS("maxOutputTokens"),
    SEED("seed"),
    CONTEXT_TOKENS("contextTokens"),
    FREQUENCY_PENALTY("frequencyPenalty"),
    PRESENCE_PENALTY("presencePenalty"),
    REASONING_EFFORT("reasoningEffort"),
    TOOL_CHOICE("toolChoice"),
    STOP_SEQUENCES("stopSequences");

    private static final Set<ParameterKind> REAL = EnumSet.of(TEMPERATURE, TOP_P, FREQUENCY_PENALTY, PRESENCE_PENALTY);

    private final String key;

    ParameterKind(String key) {
        this.key = key;
    }

    /** The key in the file. */
    String key() {
        return key;
    }

    /** The value that a text stands for, null where it is empty; throws {@link InputException} where it stands for none. */
    @Nullable
    Object read(String text) {
        if (text.isBlank()) {
            return null;
        }
        if (this == STOP_SEQUENCES) {
            return text.lines()
                    .filter(line -> !line.isEmpty())
                    .map(line -> line.replace("\\n", "\n").replace("\\t", "\t"))
                    .toList();
        }
        if (this == REASONING_EFFORT) {
            return ReasoningEffort.parse(text).word();
        }
        if (this == TOOL_CHOICE) {
            return text.strip();
        }
        return REAL.contains(this) ? checked(real(text.strip())) : checked(whole(text.strip()));
    }

    /** A value of the file as text. */
    String write(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> String.valueOf(one).replace("\n", "\\n").replace("\t", "\\t"))
                    .collect(Collectors.joining("\n"));
        }
        return value == null ? "" : value.toString();
    }

    private static BigDecimal real(String text) {
        try {
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) < 100) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new InputException(Messages.get("prompts.bad.number"));
    }

    private static long whole(String text) {
        if (!text.matches("[+-]?\\d{1,18}")) {
            throw new InputException(Messages.get("prompts.bad.integer"));
        }
        return Long.parseLong(text);
    }

    /** The value, after the ranges of {@link ModelParameters} were checked. */
    private Number checked(Number value) {
        Double real = value.doubleValue();
        if (value instanceof Long large && this != SEED && (large > Integer.MAX_VALUE || large < Integer.MIN_VALUE)) {
            throw new InputException(Messages.get("form.bad.large"));
        }
        Integer whole = value.intValue();
        switch (this) {
            case TEMPERATURE -> new ModelParameters(real, null, null, null, null, List.of(), null);
            case TOP_P -> new ModelParameters(null, real, null, null, null, List.of(), null);
            case TOP_K -> new ModelParameters(null, null, whole, null, null, List.of(), null);
            case MAX_OUTPUT_TOKENS -> new ModelParameters(null, null, null, whole, null, List.of(), null);
            case CONTEXT_TOKENS -> new ModelParameters(null, null, null, null, null, List.of(), whole);
            case FREQUENCY_PENALTY ->
                new ModelParameters(null, null, null, null, null, List.of(), null, real, null, null);
            case PRESENCE_PENALTY ->
                new ModelParameters(null, null, null, null, null, List.of(), null, null, real, null);
            default -> {}
        }
        return value;
    }
}
