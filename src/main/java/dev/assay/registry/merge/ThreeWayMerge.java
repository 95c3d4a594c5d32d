package dev.assay.registry.merge;

import dev.assay.registry.merge.MergeChunk.Agreed;
import dev.assay.registry.merge.MergeChunk.Conflict;
import java.util.List;
import java.util.function.Function;

/**
 * Two texts that grew from a common one, merged by lines as git does. Knows neither files nor git.
 *
 * @param chunks the merged text from its beginning to its end
 */
public record ThreeWayMerge(List<MergeChunk> chunks) {
    public ThreeWayMerge {
        chunks = List.copyOf(chunks);
    }

    /**
     * Merges the changes of both sides.
     *
     * @param base what both sides began with
     * @param ours what the one side made of it
     * @param theirs what the other made of it
     */
    public static ThreeWayMerge of(String base, String ours, String theirs) {
        return new ThreeWayMerge(new Hunks(Lines.of(base), Lines.of(ours), Lines.of(theirs)).merge());
    }

    /** Whether there is no conflict. */
    public boolean isClean() {
        return conflicts().isEmpty();
    }

    /** The conflicts from top to bottom. */
    public List<Conflict> conflicts() {
        return chunks.stream()
                .filter(Conflict.class::isInstance)
                .map(Conflict.class::cast)
                .toList();
    }

    /** The merged text; throws {@link IllegalStateException} where there is a conflict. */
    public String text() {
        return text(conflict -> {
            throw new IllegalStateException("The merge has conflicts");
        });
    }

    /** The merged text with each conflict replaced by its resolution, asked for from top to bottom. */
    public String text(Function<Conflict, String> resolution) {
        var text = new StringBuilder();
        for (MergeChunk chunk : chunks) {
            text.append(
                    switch (chunk) {
                        case Agreed agreed -> agreed.text();
                        case Conflict conflict -> resolution.apply(conflict);
                    });
        }
        return text.toString();
    }
}
