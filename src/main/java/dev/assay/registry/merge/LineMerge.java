package dev.assay.registry.merge;

import dev.assay.registry.merge.MergedText.Agreed;
import dev.assay.registry.merge.MergedText.Conflict;
import dev.assay.registry.merge.MergedText.Part;
import java.util.List;

/** Joins texts line by line. */
public final class LineMerge {
    private LineMerge() {}

    /** Joins two texts that grew from a base; empty where they share none. */
    public static MergedText merge(String base, String ours, String theirs) {
        if (ours.equals(theirs) || theirs.equals(base)) {
            return MergedText.agreed(ours);
        }
        if (ours.equals(base)) {
            return MergedText.agreed(theirs);
        }
        return new MergedText(ThreeWayMerge.of(base, ours, theirs).chunks().stream()
                .map(LineMerge::part)
                .toList());
    }

    private static Part part(MergeChunk chunk) {
        return switch (chunk) {
            case MergeChunk.Agreed agreed -> new Agreed(agreed.text());
            case MergeChunk.Conflict conflict ->
                new Conflict(List.of(), conflict.base(), conflict.ours(), conflict.theirs());
        };
    }
}
