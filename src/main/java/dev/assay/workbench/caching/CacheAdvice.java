package dev.assay.workbench.caching;

import java.util.List;

/**
 * What caches would have saved.
 *
 * @param calls looked at: those that a provider answered and whose texts are kept
 * @param older whether older calls were left out
 * @param beginnings those that save most first
 * @param repeats the dearest first
 */
public record CacheAdvice(long calls, boolean older, List<SharedBeginning> beginnings, List<Repeats> repeats) {
    public CacheAdvice {
        beginnings = List.copyOf(beginnings);
        repeats = List.copyOf(repeats);
    }
}
