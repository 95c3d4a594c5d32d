package dev.assay.registry.merge;

import dev.assay.registry.merge.MergedText.Conflict;

/** How a conflict is settled without writing anything. */
public enum Choice {
    /** As the current branch has it. */
    OURS,
    /** As the other branch has it. */
    THEIRS,
    /** First ours, then theirs; sensible for lines only, since a key may stand once. */
    BOTH;

    /** The text that takes the conflict's place. */
    public String of(Conflict conflict) {
        return switch (this) {
            case OURS -> conflict.ours();
            case THEIRS -> conflict.theirs();
            case BOTH -> MergedText.closed(conflict.ours()) + conflict.theirs();
        };
    }

    /** Whether it can settle that conflict. */
    public boolean fits(Conflict conflict) {
        return this != BOTH || conflict.key().isEmpty();
    }
}
