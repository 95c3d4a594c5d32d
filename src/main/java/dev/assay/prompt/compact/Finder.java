package dev.assay.prompt.compact;

import dev.assay.prompt.compact.body.PromptBody;
import java.util.List;

/** One rule: finds what may go. */
@FunctionalInterface
interface Finder {

    /** What may go, in any order. */
    List<CompactEdit> find(PromptBody body);
}
