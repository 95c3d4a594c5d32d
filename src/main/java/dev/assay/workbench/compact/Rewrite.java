package dev.assay.workbench.compact;

import dev.assay.history.Invocation;
import dev.assay.prompt.compact.Compaction;

/** What came of asking a model for a shorter prompt. */
public sealed interface Rewrite {

    /** The call that was made, as history has it. */
    Invocation call();

    /**
     * A shorter prompt that keeps what must be kept.
     *
     * @param compaction the whole body as one edit
     */
    record Shorter(Compaction compaction, Invocation call) implements Rewrite {}

    /**
     * A reply that may not take the prompt's place.
     *
     * @param reason why, for the user
     */
    record Refused(String reason, Invocation call) implements Rewrite {}

    /**
     * No reply.
     *
     * @param reason why, for the user
     */
    record Failed(String reason, Invocation call) implements Rewrite {}
}
