package dev.assay.experiment;

import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that is ready to be rendered.
 *
 * @param template the parsed text; it may have errors
 * @param partials its partials at the same revision
 * @param definitions the schemas and tools that it may refer to
 * @param revision the full commit id, or null for the working copy
 * @param blobId content id of the text
 */
public record LoadedPrompt(
        PromptTemplate template,
        PartialSource partials,
        Definitions definitions,
        @Nullable String revision,
        String blobId) {}
