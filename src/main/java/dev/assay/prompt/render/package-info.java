/** Walks a parsed template with values and yields typed fragments, so that no value can become a role or a tag. */
@NullMarked
package dev.assay.prompt.render;

import org.jspecify.annotations.NullMarked;
