package dev.assay.provider.routing;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Stage;
import dev.assay.settings.routing.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has answers judged. Safe for use by many threads. */
@FunctionalInterface
public interface AnswerScorer {

    /** Judges one answer; throws {@link dev.assay.llm.CancelledException} where the thread was interrupted. */
    Scored score(ChatRequest request, ChatResponse answer, Trigger.JudgedBelow judged);

    /**
     * A score, and the calls that it took.
     *
     * @param value from 0 to 1, or null where there is none
     */
    record Scored(@Nullable Double value, List<Stage> calls) {
        public Scored {
            calls = List.copyOf(calls);
        }
    }
}
