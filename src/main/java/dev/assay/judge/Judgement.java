package dev.assay.judge;

import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatResponse;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a judge is to look at.
 *
 * @param task the prompt as it was sent, as text
 * @param output the answer to judge
 * @param expected a correct answer, or null where the case has none
 * @param inputs the case's values by name
 * @param response the answer as it came, with its latency and usage; null where only the text is known
 * @param costUsd what the answer cost in US dollars, or null where that is not known
 * @param listener hears whether a judge's calls wait
 * @param baseline the baseline's answer to the same case, or null where there is none or nobody compares with it
 */
public record Judgement(
        String task,
        String output,
        @Nullable String expected,
        Map<String, Object> inputs,
        @Nullable ChatResponse response,
        @Nullable BigDecimal costUsd,
        ChatListener listener,
        @Nullable String baseline) {
    public Judgement {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** An answer of which nothing but the text is known, whose judge's waits nobody hears of. */
    public Judgement(String task, String output, @Nullable String expected) {
        this(task, output, expected, Map.of(), null, null, ChatListener.NONE);
    }

    /** An answer that is not compared with the baseline's. */
    public Judgement(
            String task,
            String output,
            @Nullable String expected,
            Map<String, Object> inputs,
            @Nullable ChatResponse response,
            @Nullable BigDecimal costUsd,
            ChatListener listener) {
        this(task, output, expected, inputs, response, costUsd, listener, null);
    }

    /** The same with another answer. */
    public Judgement withOutput(String other) {
        return new Judgement(task, other, expected, inputs, response, costUsd, listener, baseline);
    }

    /** The same answer beside the baseline's. */
    public Judgement against(@Nullable String other) {
        return new Judgement(task, output, expected, inputs, response, costUsd, listener, other);
    }
}
