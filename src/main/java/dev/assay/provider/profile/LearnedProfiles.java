package dev.assay.provider.profile;

import dev.assay.llm.ModelId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What models turned out to refuse, for as long as the application runs. Thread-safe. */
public final class LearnedProfiles {
    private final Map<ModelId, ModelProfile> learned = new ConcurrentHashMap<>();

    /** A profile with what was learned of the model. */
    public ModelProfile over(ModelProfile profile, ModelId model) {
        ModelProfile more = learned.get(model);
        return more == null ? profile : profile.overriddenBy(more);
    }

    /**
     * Learns that a model refuses a parameter.
     *
     * @param parameter its wire name, as the provider's error gives it
     * @return false where leaving it out is not possible, or nothing that is known here
     */
    public boolean learn(ModelId model, String parameter) {
        Optional<ModelProfile> refusal = Refusal.of(parameter);
        refusal.ifPresent(more -> learned.merge(model, more, ModelProfile::overriddenBy));
        return refusal.isPresent();
    }
}
