package dev.assay.provider.profile;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.ReasoningEffort;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model. What is not known is not assumed: it is sent as asked.
 *
 * @param features what it takes (true) or refuses (false); a feature that is not there is not known
 * @param sampling when it takes sampling parameters, or null where that is not known
 * @param efforts the reasoning efforts it knows, empty for none, or null where that is not known
 * @param thinking how it is told to reason, or null where that is not known
 * @param capField the wire name of the field that caps its output, or null for the usual one of its provider
 * @param maxOutput the most tokens it can generate, or null where that is not known
 */
public record ModelProfile(
        Map<Feature, Boolean> features,
        @Nullable Sampling sampling,
        @Nullable Set<ReasoningEffort> efforts,
        @Nullable Thinking thinking,
        @Nullable String capField,
        @Nullable Integer maxOutput) {

    /** Nothing is known. */
    public static final ModelProfile UNKNOWN = new ModelProfile(Map.of(), null, null, null, null, null);

    public ModelProfile {
        features = Map.copyOf(features);
        efforts = efforts == null ? null : Set.copyOf(efforts);
    }

    /** Whether a feature may be used: it is not known to be refused. */
    public boolean allows(Feature feature) {
        return features.getOrDefault(feature, true);
    }

    /** Whether a feature is known to be there. */
    public boolean has(Feature feature) {
        return features.getOrDefault(feature, false);
    }

    /** Whether the model is known to reason before it answers. */
    public boolean reasons() {
        return thinking != null || (efforts != null && !efforts.isEmpty());
    }

    /** The request as this model takes it, with what had to be changed. */
    public FittedRequest fit(ChatRequest request) {
        return new RequestFitter(request, this).fit();
    }

    /** The effort it knows that is nearest to the one asked, or null where it knows none. */
    @Nullable
    ReasoningEffort nearest(ReasoningEffort asked) {
        if (efforts == null || efforts.contains(asked)) {
            return asked;
        }
        EnumSet<ReasoningEffort> known = EnumSet.noneOf(ReasoningEffort.class);
        known.addAll(efforts);
        if (asked != ReasoningEffort.NONE) {
            known.remove(ReasoningEffort.NONE);
        }
        ReasoningEffort nearest = null;
        for (ReasoningEffort effort : known) {
            if (nearest == null || distance(effort, asked) < distance(nearest, asked)) {
                nearest = effort;
            }
        }
        return nearest;
    }

    private static int distance(ReasoningEffort one, ReasoningEffort other) {
        return Math.abs(one.ordinal() - other.ordinal());
    }

    /** A profile that says of these features alone that they are refused. */
    public static ModelProfile without(Set<Feature> refused) {
        return new ModelProfile(
                refused.stream().collect(Collectors.toMap(feature -> feature, feature -> false)),
                null,
                null,
                null,
                null,
                null);
    }

    /** This profile, with what another says taking precedence. */
    public ModelProfile overriddenBy(ModelProfile other) {
        var all = new EnumMap<Feature, Boolean>(Feature.class);
        all.putAll(features);
        all.putAll(other.features);
        return new ModelProfile(
                all,
                other.sampling == null ? sampling : other.sampling,
                other.efforts == null ? efforts : other.efforts,
                other.thinking == null ? thinking : other.thinking,
                other.capField == null ? capField : other.capField,
                other.maxOutput == null ? maxOutput : other.maxOutput);
    }
}
