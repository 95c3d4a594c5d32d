package dev.assay.settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the answer to a similar question may stand for another's.
 *
 * @param use whether comparisons do so where nothing else is said
 * @param similarity how similar questions must be for that, above 0 up to 1
 */
public record SemanticCache(boolean use, double similarity) {
    /** Where nothing is said. Questions that differ in little but their wording reach it. */
    public static final SemanticCache OFF = new SemanticCache(false, 0.98);

    private static final String USE = "use";
    private static final String SIMILARITY = "similarity";

    public SemanticCache {
        if (!(similarity > 0 && similarity <= 1)) {
            throw new IllegalArgumentException("Similarity is " + similarity + " but must be above 0 and at most 1");
        }
    }

    static SemanticCache of(YamlField field) {
        Map<String, YamlField> fields = field.fields(Set.of(USE, SIMILARITY));
        return new SemanticCache(
                Optional.ofNullable(fields.get(USE)).map(YamlField::flag).orElse(OFF.use),
                Optional.ofNullable(fields.get(SIMILARITY))
                        .map(YamlField::share)
                        .orElse(OFF.similarity));
    }
}
