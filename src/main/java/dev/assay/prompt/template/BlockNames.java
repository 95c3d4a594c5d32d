package dev.assay.prompt.template;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names after {@code as} that are known at a place. They are looked up block by block, since to gather them anew in
 * each block would take time with each name of the blocks around it.
 *
 * @param own those of the innermost block
 * @param outer those of the blocks around it, or null
 */
public record BlockNames(Set<String> own, @Nullable BlockNames outer) {
    /** No names. */
    public static final BlockNames NONE = new BlockNames(Set.of(), null);

    public BlockNames {
        own = Set.copyOf(own);
    }

    /** These and those of one more block. */
    public BlockNames with(List<String> parameters) {
        return parameters.isEmpty() ? this : new BlockNames(Set.copyOf(parameters), this);
    }

    /** Whether one of the blocks has the name. */
    public boolean contains(String name) {
        for (BlockNames names = this; names != null; names = names.outer) {
            if (names.own.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
