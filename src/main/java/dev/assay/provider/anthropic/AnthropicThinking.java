package dev.assay.provider.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.profile.Thinking;
import dev.assay.provider.profile.ThinkingBudget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how long the model is to think: older models are given a number of tokens, newer ones a word. */
final class AnthropicThinking {
    private static final int SMALLEST_BUDGET = 1024;

    private final ModelParameters asked;
    private final ModelProfile profile;
    private final List<Adjustment> adjustments;

    AnthropicThinking(ModelParameters asked, ModelProfile profile, List<Adjustment> adjustments) {
        this.asked = asked;
        this.profile = profile;
        this.adjustments = adjustments;
    }

    /**
     * Writes it.
     *
     * @param cap the most tokens of the whole answer, of which thinking is a part
     */
    void write(ObjectNode body, int cap) {
        ReasoningEffort effort = asked.reasoningEffort();
        if (effort == null) {
            return;
        }
        if (effort == ReasoningEffort.NONE) {
            body.putObject("thinking").put("type", "disabled");
        } else if (profile.thinking() == Thinking.BUDGET) {
            budget(body, effort, cap);
        } else {
            body.putObject("thinking").put("type", "adaptive");
            body.withObject("/output_config").put("effort", effort.word());
        }
    }

    private void budget(ObjectNode body, ReasoningEffort effort, int cap) {
        int budget = Math.min(ThinkingBudget.tokens(effort), cap - 1);
        if (budget < SMALLEST_BUDGET) {
            adjustments.add(new Adjustment(
                    "reasoningEffort",
                    effort.word(),
                    null,
                    "thinking takes " + SMALLEST_BUDGET + " tokens at least, and the answer may have " + cap));
            return;
        }
        body.putObject("thinking").put("type", "enabled").put("budget_tokens", budget);
        adjustments.add(ThinkingBudget.adjustment(effort, budget));
        drop(body, "temperature", "temperature", "1");
        drop(body, "top_k", "topK", null);
    }

    /** While it thinks, the model samples as it likes. */
    private void drop(ObjectNode body, String field, String parameter, @Nullable String instead) {
        if (body.has(field)) {
            String value = body.path(field).asText();
            adjustments.add(new Adjustment(parameter, value, instead, "the model does not take it while it thinks"));
            body.remove(field);
        }
    }
}
