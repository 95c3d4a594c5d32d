/** Schemas and tools that many prompts refer to by name. */
@NullMarked
package dev.assay.prompt.definition;

import org.jspecify.annotations.NullMarked;
