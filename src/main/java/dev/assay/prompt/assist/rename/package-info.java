/** Renames an input in a prompt, its partials and datasets. */
@NullMarked
package dev.assay.prompt.assist.rename;

import org.jspecify.annotations.NullMarked;
