package dev.assay.judge;

import dev.assay.llm.ChatListener;
import org.jspecify.annotations.Nullable;

/**
 * What a judge is to look at.
 *
 * @param task the prompt as it was sent, as text
 * @param output the answer to judge
 * @param expected a correct answer, or null where the case has none
 * @param listener hears whether a judge's calls wait
 */
public record Judgement(
        String task, String output, @Nullable String expected, ChatListener listener) {

    /** A judgement whose waits nobody hears of. */
    public Judgement(String task, String output, @Nullable String expected) {
        this(task, output, expected, ChatListener.NONE);
    }
}
