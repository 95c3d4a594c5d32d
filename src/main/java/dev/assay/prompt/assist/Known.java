package dev.assay.prompt.assist;

import dev.assay.prompt.PartialSource;
import dev.assay.prompt.frontmatter.Definitions;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the workspace knows beyond the text itself.
 *
 * @param partials looks partials up
 * @param partialNames how all partials are referenced, {@code shared/style}; may read the disk
 * @param models the models to offer, {@code provider/model}; may read the disk
 * @param definitions schemas and tools that may be named; may read the disk
 */
public record Known(
        PartialSource partials,
        Supplier<List<String>> partialNames,
        Supplier<List<String>> models,
        Supplier<Definitions> definitions) {
    /** Nothing is known. */
    public static final Known NOTHING = new Known(PartialSource.NONE, List::of, List::of, () -> Definitions.NONE);
}
