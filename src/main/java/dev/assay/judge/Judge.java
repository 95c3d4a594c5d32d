package dev.assay.judge;

import dev.assay.llm.ModelId;
import org.jspecify.annotations.Nullable;

/** Judges answers by one metric. Safe for use by many threads. */
public interface Judge {

    /** The name of what is judged, such as {@code relevance}. */
    String metric();

    /** The model that judges, or null where a rule or several models do. */
    @Nullable
    ModelId model();

    /** Whether it compares the answer with the baseline's, so that it needs both. */
    default boolean isPairwise() {
        return false;
    }

    /**
     * Judges one answer; a failed call or an unreadable reply is {@link Score.Unscored}.
     *
     * @throws dev.assay.llm.CancelledException where the thread was interrupted
     */
    Score judge(Judgement judgement);
}
