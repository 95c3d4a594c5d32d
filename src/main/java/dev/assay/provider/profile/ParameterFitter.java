package dev.assay.provider.profile;

import dev.assay.llm.Adjustment;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves out of the parameters what a model refuses. Used once. */
final class ParameterFitter {
    private final ModelParameters asked;
    private final ModelProfile profile;
    private final List<Adjustment> adjustments;

    ParameterFitter(ModelParameters asked, ModelProfile profile, List<Adjustment> adjustments) {
        this.asked = asked;
        this.profile = profile;
        this.adjustments = adjustments;
    }

    ModelParameters fit() {
        ReasoningEffort effort = effort();
        Sampling rule = profile.sampling() == null ? Sampling.ALWAYS : profile.sampling();
        boolean samples = rule.allowedWith(effort);
        String why = rule.reason();
        return new ModelParameters(
                keep("temperature", asked.temperature(), samples, why),
                keep("topP", asked.topP(), samples, why),
                sampled("topK", asked.topK(), samples, Feature.TOP_K, why),
                maxOutput(),
                keep("seed", asked.seed(), profile.allows(Feature.SEED), "the model takes no seed"),
                stop(),
                asked.contextTokens(),
                sampled("frequencyPenalty", asked.frequencyPenalty(), samples, Feature.PENALTIES, why),
                sampled("presencePenalty", asked.presencePenalty(), samples, Feature.PENALTIES, why),
                effort,
                samples && profile.has(Feature.LOGPROBS) ? asked.likeliest() : null);
    }

    private List<String> stop() {
        List<String> texts = asked.stop().isEmpty() ? null : asked.stop();
        List<String> kept = keep("stop", texts, profile.allows(Feature.STOP), "the model takes no stop texts");
        return kept == null ? List.of() : kept;
    }

    private @Nullable ReasoningEffort effort() {
        ReasoningEffort effort = asked.reasoningEffort();
        if (effort == null) {
            return null;
        }
        ReasoningEffort nearest = profile.nearest(effort);
        if (nearest != effort) {
            String reason =
                    effort == ReasoningEffort.NONE ? "the model always reasons" : "the model does not know this effort";
            adjustments.add(new Adjustment(
                    "reasoningEffort",
                    effort.word(),
                    nearest == null ? null : nearest.word(),
                    nearest == null ? "no reasoning effort can be sent to this model" : reason));
        }
        return nearest;
    }

    private @Nullable Integer maxOutput() {
        Integer cap = asked.maxOutputTokens();
        Integer most = profile.maxOutput();
        if (cap == null || most == null || cap <= most) {
            return cap;
        }
        adjustments.add(new Adjustment(
                "maxOutputTokens", cap.toString(), most.toString(), "the model cannot give a longer answer"));
        return most;
    }

    private <T> @Nullable T sampled(String name, @Nullable T value, boolean samples, Feature feature, String why) {
        boolean allowed = profile.allows(feature);
        return keep(name, value, samples && allowed, allowed ? why : "this parameter cannot be sent to this model");
    }

    private <T> @Nullable T keep(String name, @Nullable T value, boolean allowed, String reason) {
        if (value != null && !allowed) {
            adjustments.add(new Adjustment(name, value.toString(), null, reason));
        }
        return allowed ? value : null;
    }
}
