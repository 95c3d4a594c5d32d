package dev.assay.registry.merge.tree;

import org.jspecify.annotations.Nullable;

/**
 * A file as the base and both sides have it.
 *
 * @param path where the joined file stands, from the top of the repository
 * @param from where the base has it
 * @param base null where the base has none
 * @param ours null where our side has none
 * @param theirs null where their side has none
 * @param apart whether it belongs to a file that both sides gave different new names
 */
public record Sides(
        String path,
        String from,
        @Nullable Version base,
        @Nullable Version ours,
        @Nullable Version theirs,
        boolean apart) {

    boolean isMoved() {
        return !path.equals(from);
    }
}
