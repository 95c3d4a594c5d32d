package dev.assay.judge;

import dev.assay.llm.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a judge made of an answer: a score, or the reason why there is none. Never a guess. */
public sealed interface Score {

    /** The name of what was judged, such as {@code relevance}. */
    String metric();

    /** The model that judged, or null where a rule or several models did. */
    @Nullable
    ModelId judge();

    /** The calls made, the retry included; empty for a score read back from history. */
    List<JudgeCall> calls();

    /**
     * A score.
     *
     * @param value 0 (worst) to 1 (best)
     * @param points the judge's own figure on the rubric's scale, such as 4 of 1 to 5
     * @param rationale the judge's reason; may be empty
     */
    record Scored(
            String metric,
            @Nullable ModelId judge,
            double value,
            double points,
            String rationale,
            List<JudgeCall> calls)
            implements Score {
        public Scored {
            calls = List.copyOf(calls);
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("Score " + metric + " is " + value + ", outside 0 to 1");
            }
        }
    }

    /**
     * No score.
     *
     * @param reason why, in words for the user
     * @param rawReply the last reply as it came; empty where there was none
     */
    record Unscored(String metric, @Nullable ModelId judge, String reason, String rawReply, List<JudgeCall> calls)
            implements Score {
        public Unscored {
            calls = List.copyOf(calls);
        }
    }
}
